//go:build !windows

package main

// systemLocale is empty: outside Windows the environment tells all there is.
func systemLocale() string { return "" }
