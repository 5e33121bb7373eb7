// Package exchange reads and writes codebooks in the formats of other programs:
// REFI-QDA codebooks (.qdc), the dictionaries of quanteda (YAML), LIWC (.dic),
// WordStat (.cat) and Yoshikoder (.ykd).
//
//	cb, losses, err := exchange.Read(exchange.LIWC, "emotions.dic", data)
//	data, losses := exchange.Write(exchange.QDC, cb)
//
// No two of them hold the same. What is lost on the way is told item by item,
// as a Loss; nothing is dropped in silence.
//
// # Words
//
// Dictionaries look for words as they are written, with * for any letters. A
// word of theirs is an exact form here («=отчет»), a word with * is the same in
// both. A word of ours that is meant in all its forms («отчет») becomes the
// letters that its forms have in common, with * («отчет*»), which is near to it
// but not the same; the loss says so. Operators, exclusions, requirements and
// references to categories have no place in a dictionary. REFI-QDA has no
// patterns at all: they are written into the description of a category, and
// come back from there.
package exchange
