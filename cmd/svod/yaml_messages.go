package main

// yamlFault says why no YAML file can be read so, with the way out; "" for the
// codes that each kind of file has words of its own for.
func (e *env) yamlFault(code string, args []string) string {
	arg := ""
	if len(args) > 0 {
		arg = args[0]
	}
	switch code {
	case "encoding":
		return e.noUTF8()
	case "too-large":
		return e.tr("файл больше %s МБ. Такой не пишут руками: проверьте, тот ли это файл", "the file is larger than %s MB. Check that it is the right one", arg)
	case "too-deep":
		return e.tr("скобки или списки вложены глубже %s. Проверьте, все ли закрыты", "brackets or lists are nested deeper than %s. Check that all are closed", arg)
	case "alias":
		return e.tr("%s: звёздочка в начале для YAML – ссылка. Возьмите текст в кавычки", "%s: an asterisk in front is a reference to YAML. Put the text in quotes", arg)
	}
	return ""
}
