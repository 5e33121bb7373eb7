package main

import (
	"fmt"
	"strings"
)

// Texts for people stand where they are used, in Russian and in English side
// by side: tr("файла нет", "no such file").

// tr returns the text in the user's language, with its arguments put in.
func (e *env) tr(ru, en string, args ...any) string {
	s := ru
	if e.lang == "en" {
		s = en
	}
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// count is a number with its noun: 1 документ, 2 документа, 5 документов.
func (e *env) count(n int, one, few, many, english string) string {
	if e.lang == "en" {
		if n != 1 {
			english += "s"
		}
		return fmt.Sprintf("%d %s", n, english)
	}
	return fmt.Sprintf("%d %s", n, plural(n, one, few, many))
}

func plural(n int, one, few, many string) string {
	switch {
	case n%100 >= 11 && n%100 <= 14:
		return many
	case n%10 == 1:
		return one
	case n%10 >= 2 && n%10 <= 4:
		return few
	}
	return many
}

// language is the one asked for with --lang, else the user's own: Russian for
// Russian and Kazakh systems, else English.
func language(args []string, getenv func(string) string) string {
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return v
		}
		if (a == "--lang" || a == "-lang") && i+1 < len(args) {
			return args[i+1]
		}
	}
	for _, k := range []string{"SVOD_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(k); v != "" {
			return ofLocale(v)
		}
	}
	return ofLocale(systemLocale())
}

func ofLocale(s string) string {
	s = strings.ToLower(s)
	if strings.HasPrefix(s, "ru") || strings.HasPrefix(s, "kk") {
		return "ru"
	}
	return "en"
}
