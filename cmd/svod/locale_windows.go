package main

import "golang.org/x/sys/windows"

// systemLocale is the language of Windows' own menus.
func systemLocale() string {
	const names = 8 // MUI_LANGUAGE_NAME
	l, err := windows.GetUserPreferredUILanguages(names)
	if err != nil || len(l) == 0 {
		return ""
	}
	return l[0]
}
