package index

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"

	"svod/corpus"
	"svod/corpus/query"
)

// A word list is a document's words in their places, as the index keeps them
// so that a search need not read and cut the texts of all articles that may
// match. It is about a fifth of the text. In it, in this order, numbers being
// unsigned varints:
//
//	wording a byte: what the document calls its levels
//	types   how many; for each the language (a byte), length and bytes of the
//	        form, how many of them the stem shares, length and bytes of the
//	        rest of the stem. The most frequent first.
//	units   how many; for each the kind and the language (a byte each), how
//	        far above its parent is, how many bytes its address shares with
//	        that of the unit before, length and bytes of the rest, the length
//	        of its own text, the hash of what it says (8 bytes), the length of
//	        its words below
//	words   of each unit in turn: the number of the type, counted from plain,
//	        for a word that is one space behind the one before and as long as
//	        its form; else a mark (see below) goes before
//
// A type is a form with its stem in a language.
type wordList struct {
	wording corpus.Wording

	data  string
	types []wordType
	units []wordUnit // of Document.All
	addrs string
}

// A wordType has no pointers: there are hundreds of thousands, and the garbage
// collector would look at each.
type wordType struct {
	at, size   uint32 // its form in data
	shared     uint32 // the stem is so many bytes of the form,
	rest, more uint32 // and so many at rest in data
	hash       uint32 // of the stem
	lang       uint8  // in languages
}

type wordUnit struct {
	said         uint64 // hash of what it says, 0 for nothing
	parent       int32  // ord
	size         int32  // of its text
	addr, addrHi int32  // in addrs
	at, end      int32  // its words in data
	kind         corpus.Kind
	lang         uint8
}

// The marks before a word that stands otherwise.
const (
	markOther  = iota // a byte of the flags below, and what they announce
	markPoint         // behind two bytes that part sentences: «. »
	markTwo           // behind two other bytes: «, »
	plainWords        // types count from here
)

const (
	flagGap      = 1 << iota // bytes from the word before, or from the whole that this is a part of
	flagBlank                // and they are white space
	flagSize                 // its length is not that of its form
	flagSentence             // a sentence begins
	flagFar                  // positions from the word before
	flagPart                 // its number among the parts of a compound
	flagLast                 // it is the last of them
)

// saidTogether is the hash of what several units say, the first of which names
// the provision.
func saidTogether(hashes ...uint64) uint64 {
	h := uint64(0)
	for _, x := range hashes {
		h = (h ^ x) * 1099511628211
	}
	return h
}

// said is the hash by which a provision's words are compared. The last of a
// list ends with a full stop, and with a semicolon once another follows it.
func said(own string) uint64 {
	if own == "" {
		return 0
	}
	h := fnv.New64a()
	h.Write([]byte(strings.TrimRight(own, ".;, ")))
	return max(1, h.Sum64())
}

// encodeWords makes the word list of a document whose units' own texts were cut
// into words.
func encodeWords(d *corpus.Document, text *query.Text) []byte {
	tokens, langs := text.Tokens(), text.Languages()
	type kind struct {
		form, stem string
		lang       int
	}
	lang := make([]int, len(langs))
	for i, l := range langs {
		lang[i] = slices.Index(languages, l)
	}
	count := map[kind]int{}
	for _, k := range tokens {
		count[kind{k.Form, k.Stem, lang[k.Unit]}]++
	}
	kinds := make([]kind, 0, len(count))
	for k := range count {
		kinds = append(kinds, k)
	}
	slices.SortFunc(kinds, func(a, b kind) int {
		return cmp.Or(count[b]-count[a], strings.Compare(a.form, b.form), strings.Compare(a.stem, b.stem), a.lang-b.lang)
	})

	out := []byte{byte(d.Wording())}
	out = binary.AppendUvarint(out, uint64(len(kinds)))
	for i, k := range kinds {
		count[k] = i + plainWords // from here on, its number
		shared := 0
		for shared < len(k.form) && shared < len(k.stem) && k.form[shared] == k.stem[shared] {
			shared++
		}
		out = append(out, byte(k.lang))
		out = appendString(out, k.form)
		out = binary.AppendUvarint(out, uint64(shared))
		out = appendString(out, k.stem[shared:])
	}

	units := text.Units()
	out = binary.AppendUvarint(out, uint64(len(units)))
	words := make([]byte, 0, 2*len(tokens))
	ord, at, before := 0, 0, ""
	var walk func(u *corpus.Unit, parent int)
	walk = func(u *corpus.Unit, parent int) {
		for _, c := range u.Units {
			ord++
			own := ord
			i := own - 1
			lo := len(words)
			n := at
			for n < len(tokens) && tokens[n].Unit == i {
				n++
			}
			words = appendWords(words, units[i].Text, tokens[at:n], func(k query.Token) int { return count[kind{k.Form, k.Stem, lang[i]}] })
			at = n

			addr := string(d.AddressOf(c))
			shared := 0
			for shared < len(addr) && shared < len(before) && addr[shared] == before[shared] {
				shared++
			}
			before = addr
			out = append(out, byte(c.Kind), byte(lang[i]))
			out = binary.AppendUvarint(out, uint64(own-parent))
			out = binary.AppendUvarint(out, uint64(shared))
			out = appendString(out, addr[shared:])
			out = binary.AppendUvarint(out, uint64(len(units[i].Text)))
			out = binary.LittleEndian.AppendUint64(out, said(units[i].Text))
			out = binary.AppendUvarint(out, uint64(len(words)-lo))
			walk(c, own)
		}
	}
	walk(d.Root, 0)
	return append(out, words...)
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendWords(b []byte, text string, tokens []query.Token, number func(query.Token) int) []byte {
	var last, whole query.Token // the token before, and the whole word before
	last.Pos, last.Sentence = math.MinInt, 0
	for i, k := range tokens {
		if i == 0 {
			last.Pos, last.Sentence = k.Pos-1, k.Sentence
			whole.Hi = -1 // so that the first word at 0 stands as usual
		}
		from := whole.Hi
		if k.Part > 0 {
			from = whole.Lo
		}
		gap := k.Lo - from
		var between string
		if from >= 0 && k.Part == 0 {
			between = text[from:k.Lo]
		}
		var flags byte
		far := k.Pos - last.Pos
		if k.Part > 0 {
			flags |= flagPart | flagGap
		} else if gap != 1 || between != " " && from >= 0 {
			flags |= flagGap
			if from >= 0 && strings.TrimSpace(between) == "" {
				flags |= flagBlank
			}
		}
		if k.Last {
			flags |= flagLast
		}
		if k.Hi-k.Lo != len(k.Form) {
			flags |= flagSize
		}
		if k.Sentence != last.Sentence {
			flags |= flagSentence
		}
		if far != 1 {
			flags |= flagFar
		}
		switch {
		case flags == 0:
		case flags == flagGap && gap == 2:
			b = append(b, markTwo)
		case flags == flagGap|flagSentence && gap == 2:
			b = append(b, markPoint)
		default:
			b = append(b, markOther, flags)
			if flags&flagGap != 0 {
				b = binary.AppendUvarint(b, uint64(gap))
			}
			if flags&flagSize != 0 {
				b = binary.AppendUvarint(b, uint64(k.Hi-k.Lo))
			}
			if flags&flagFar != 0 {
				b = binary.AppendUvarint(b, uint64(far))
			}
			if flags&flagPart != 0 {
				b = binary.AppendUvarint(b, uint64(k.Part))
			}
		}
		b = binary.AppendUvarint(b, uint64(number(k)))
		last = k
		if k.Part == 0 {
			whole = k
		}
	}
	return b
}

// decodeWords reads the types and units of a word list. The list comes from a
// file whose checksum was right, so what doesn't fit is a fault of ours; it is
// told as damage, which builds the index anew.
func decodeWords(data string) (l *wordList, err error) {
	defer func() {
		if r := recover(); r != nil {
			l, err = nil, fmt.Errorf("%w: word list: %v", errDamaged, r)
		}
	}()
	l = &wordList{data: data}
	r := listReader{s: data}
	l.wording = corpus.Wording(r.byte())
	l.types = make([]wordType, r.count(4))
	for i := range l.types {
		t := &l.types[i]
		t.lang = r.byte()
		form := r.string()
		t.at, t.size = uint32(r.i-len(form)), uint32(len(form))
		t.shared = uint32(r.int())
		rest := r.string()
		t.rest, t.more = uint32(r.i-len(rest)), uint32(len(rest))
		t.hash = stemHash(stemHash(stemBasis, form[:t.shared]), rest)
	}
	l.units = make([]wordUnit, r.count(13))
	addrs := make([]byte, 0, 16*len(l.units))
	sum := int32(0)
	for i := range l.units {
		u := &l.units[i]
		u.kind, u.lang = corpus.Kind(r.byte()), r.byte()
		u.parent = int32(i+1) - int32(r.int())
		shared, rest := r.int(), r.string()
		var before wordUnit
		if i > 0 {
			before = l.units[i-1]
		}
		u.addr = int32(len(addrs))
		addrs = append(append(addrs, addrs[before.addr:before.addr+int32(shared)]...), rest...)
		u.addrHi = int32(len(addrs))
		u.size = int32(r.int())
		u.said = r.uint64()
		u.at = sum
		sum += int32(r.int())
		u.end = sum
	}
	for i := range l.units {
		l.units[i].at += int32(r.i)
		l.units[i].end += int32(r.i)
	}
	if r.i+int(sum) != len(data) {
		return nil, fmt.Errorf("%w: word list: %d bytes for %d", errDamaged, len(data)-r.i, sum)
	}
	l.addrs = string(addrs)
	return l, nil
}

// form and stem are those of a type.
func (l *wordList) form(n int) string { return l.data[l.types[n].at:][:l.types[n].size] }

func (l *wordList) stem(n int) string {
	t := &l.types[n]
	s := l.data[t.at:][:t.shared]
	if t.more > 0 {
		s += l.data[t.rest:][:t.more]
	}
	return s
}

const stemBasis = 2166136261

// stemHash goes on with the hash FNV-1a.
func stemHash(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func (l *wordList) address(i int) corpus.Address {
	return corpus.Address(l.addrs[l.units[i].addr:l.units[i].addrHi])
}

// memory is about what a word list takes.
func (l *wordList) memory() int {
	return len(l.data) + len(l.addrs) + 28*len(l.types) + 40*len(l.units)
}

// A listReader reads what encodeWords wrote; it panics at what it cannot have
// written.
type listReader struct {
	s string
	i int
}

func (r *listReader) byte() byte {
	b := r.s[r.i]
	r.i++
	return b
}

func (r *listReader) int() int {
	if b := r.s[r.i]; b < 0x80 {
		r.i++
		return int(b)
	}
	v, shift := 0, 0
	for {
		b := r.byte()
		v |= int(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
		if shift += 7; shift > 56 {
			panic("a number is too long")
		}
	}
}

// count is a number of things that take at least size bytes each.
func (r *listReader) count(size int) int {
	n := r.int()
	if n < 0 || n > len(r.s)/size {
		panic("too many")
	}
	return n
}

func (r *listReader) string() string {
	n := r.int()
	s := r.s[r.i : r.i+n]
	r.i += n
	return s
}

func (r *listReader) uint64() uint64 {
	v := uint64(0)
	for i := range 8 {
		v |= uint64(r.s[r.i+i]) << (8 * i)
	}
	r.i += 8
	return v
}
