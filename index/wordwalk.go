package index

// each calls f with the whole words of a unit, by their types, and whether
// nothing but white space parts a word from the one before.
func (l *wordList) each(u *wordUnit, f func(t int, joined bool)) {
	r := listReader{l.data[:u.end], int(u.at)}
	for first := true; r.i < len(r.s); first = false {
		n := r.int()
		joined, part := !first, false
		switch n {
		case markTwo, markPoint:
			joined = false
			n = r.int()
		case markOther:
			flags := r.byte()
			if flags&flagGap != 0 {
				r.int()
				joined = joined && flags&flagBlank != 0
			}
			for _, x := range []byte{flagSize, flagFar, flagPart} {
				if flags&x != 0 {
					r.int()
				}
			}
			part = flags&flagPart != 0
			n = r.int()
		}
		if !part {
			f(n-plainWords, joined)
		}
	}
}
