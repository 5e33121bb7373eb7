package main

import "strings"

// wrap breaks a line at spaces, so that no piece is wider than n characters.
// Colours count for nothing.
func wrap(s string, n int) []string {
	var lines []string
	line, width := "", 0
	for _, w := range strings.Fields(s) {
		k := visible(w)
		if width > 0 && width+1+k > n {
			lines = append(lines, line)
			line, width = "", 0
		}
		if width > 0 {
			line, width = line+" ", width+1
		}
		line, width = line+w, width+k
	}
	return append(lines, line)
}

// visible counts the characters of a word without colour codes.
func visible(s string) int {
	n, esc := 0, false
	for _, r := range s {
		switch {
		case r == '\x1b':
			esc = true
		case esc:
			esc = r != 'm'
		default:
			n++
		}
	}
	return n
}
