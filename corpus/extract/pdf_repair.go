package extract

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
)

// A PDF ends with a table of where its objects lie. When the end is missing or
// the table is wrong, the objects are sought in the bytes and a new table is
// written behind them. Pages that no tree leads to any more get a new tree.

// maxFound bounds the objects that are looked for.
const maxFound = 1 << 20

// An objectPlace is where an object lies: at an offset of the file, or as the nth of
// an object stream.
type objectPlace struct {
	at     int // the offset; -1 in an object stream
	stream int
	nth    int
}

// A wreck is a damaged file with the objects that were found in it.
type wreck struct {
	data    []byte
	places  map[int]objectPlace
	last    int         // the highest number of an object
	root    int         // the catalogue
	pages   []int       // objects that are pages, as they lie in the file
	trees   map[int]int // catalogues, and the page tree that each names
	encrypt string      // what the trailer says of the encryption
}

// salvaged returns the file with a new table, nil if there is nothing to make it of.
func salvaged(data []byte) []byte {
	w := &wreck{data: data, places: map[int]objectPlace{}, trees: map[int]int{}}
	w.scan()
	w.trailer()
	tree, known := w.trees[w.root]
	if _, there := w.places[tree]; (!known || !there) && len(w.pages) == 0 {
		return nil
	} else if !known || !there {
		return w.write(true)
	}
	return w.write(false)
}

var objectHead = regexp.MustCompile(`(\d{1,7})[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj\b`)

// scan finds the objects. A later one of the same number replaces an earlier.
func (w *wreck) scan() {
	for i := 0; i < len(w.data) && len(w.places) < maxFound; {
		m := objectHead.FindSubmatchIndex(w.data[i:])
		if m == nil {
			break
		}
		n, _ := strconv.Atoi(string(w.data[i+m[2] : i+m[3]]))
		head := w.data[i+m[1]:]
		if end := bytes.Index(head[:min(len(head), maxHead)], []byte("endobj")); end >= 0 {
			head = head[:end]
		}
		if n > 0 {
			w.places[n] = objectPlace{at: i + m[2]}
			w.last = max(w.last, n)
			w.note(n, head[:min(len(head), maxHead)])
		}
		if streamAt := bytes.Index(head[:min(len(head), maxHead)], []byte("stream")); streamAt >= 0 && objStm.Match(head[:streamAt]) {
			w.unpack(n, head[:streamAt], w.data[i+m[1]+streamAt:])
		}
		i += m[1]
	}
}

// maxHead is how far into an object its dictionary is looked for.
const maxHead = 1 << 14

var (
	objStm      = regexp.MustCompile(`/Type\s*/ObjStm\b`)
	typePage    = regexp.MustCompile(`/Type\s*/Page\b`)
	typeCatalog = regexp.MustCompile(`/Type\s*/Catalog\b`)
	pagesRef    = regexp.MustCompile(`/Pages\s+(\d{1,7})\s+\d{1,5}\s+R`)
	rootRef     = regexp.MustCompile(`/Root\s+(\d{1,7})\s+\d{1,5}\s+R`)
	encryptRef  = regexp.MustCompile(`/Encrypt\s+\d{1,7}\s+\d{1,5}\s+R`)
	fileID      = regexp.MustCompile(`/ID\s*\[\s*<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\s*\]`)
	countN      = regexp.MustCompile(`/N\s+(\d{1,6})\b`)
	firstAt     = regexp.MustCompile(`/First\s+(\d{1,8})\b`)
)

// note keeps what an object is, if the file's frame rests on it.
func (w *wreck) note(n int, dict []byte) {
	switch {
	case typePage.Match(dict):
		if !slices.Contains(w.pages[max(0, len(w.pages)-64):], n) && len(w.pages) < maxPages {
			w.pages = append(w.pages, n)
		}
	case typeCatalog.Match(dict):
		if m := pagesRef.FindSubmatch(dict); m != nil {
			w.trees[n], _ = strconv.Atoi(string(m[1]))
			w.root = n
		}
	}
}

// unpack finds the objects in an object stream.
func (w *wreck) unpack(stream int, dict, rest []byte) {
	n, first := statedNumber(countN, dict), statedNumber(firstAt, dict)
	body := bytes.TrimLeft(bytes.TrimPrefix(rest, []byte("stream")), "\r\n")
	if end := bytes.Index(body, []byte("endstream")); end >= 0 {
		body = body[:end]
	}
	if bytes.Contains(dict, []byte("FlateDecode")) {
		z, err := zlib.NewReader(bytes.NewReader(body))
		if err != nil {
			return
		}
		body, _ = io.ReadAll(io.LimitReader(z, 16<<20)) // of a broken one, what can be had
	}
	if first <= 0 || first > len(body) {
		return
	}
	heads := bytes.Fields(body[:first])
	for i := 0; i < n && 2*i+1 < len(heads); i++ {
		num, err1 := strconv.Atoi(string(heads[2*i]))
		at, err2 := strconv.Atoi(string(heads[2*i+1]))
		if err1 != nil || err2 != nil || num <= 0 || num >= maxObjects || at < 0 || first+at >= len(body) || i > 0xffff || len(w.places) >= maxFound {
			continue
		}
		w.places[num] = objectPlace{at: -1, stream: stream, nth: i}
		w.last = max(w.last, num)
		object := body[first+at:]
		if 2*i+3 < len(heads) {
			if next, err := strconv.Atoi(string(heads[2*i+3])); err == nil && next > at && first+next <= len(body) {
				object = body[first+at : first+next]
			}
		}
		w.note(num, object[:min(len(object), maxHead)])
	}
}

func statedNumber(re *regexp.Regexp, dict []byte) int {
	m := re.FindSubmatch(dict)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

// trailer finds what trailers say of the catalogue and of the encryption.
func (w *wreck) trailer() {
	for _, m := range rootRef.FindAllSubmatch(w.data, 64) {
		n, _ := strconv.Atoi(string(m[1]))
		if _, ok := w.trees[n]; ok {
			w.root = n
		}
	}
	if m := encryptRef.Find(w.data); m != nil {
		w.encrypt = string(m) + " " + string(fileID.Find(w.data))
	}
}

// write appends a table, as a stream of objects' places, and with newTree a
// page tree before it.
func (w *wreck) write(newTree bool) []byte {
	out := slices.Concat(w.data, []byte("\n"))
	add := func(body string) int {
		w.last++
		w.places[w.last] = objectPlace{at: len(out)}
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", w.last, body)
		return w.last
	}
	if newTree {
		kids := []byte{}
		for _, n := range w.pages {
			kids = fmt.Appendf(kids, "%d 0 R ", n)
		}
		tree := add(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(w.pages), kids))
		w.root = add(fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R >>", tree))
	}
	// Only the numbers in use are listed: a wrong one may be huge.
	numbers := slices.Sorted(maps.Keys(w.places))
	var index, table []byte
	for i := 0; i < len(numbers); {
		k := i
		for k < len(numbers) && numbers[k]-numbers[i] == k-i {
			p := w.places[numbers[k]]
			if p.at >= 0 {
				table = append(table, 1, byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), 0, 0)
			} else {
				table = append(table, 2, byte(p.stream>>24), byte(p.stream>>16), byte(p.stream>>8), byte(p.stream), byte(p.nth>>8), byte(p.nth))
			}
			k++
		}
		index = fmt.Appendf(index, "%d %d ", numbers[i], k-i)
		i = k
	}
	at := len(out)
	out = fmt.Appendf(out, "%d 0 obj\n<< /Type /XRef /Size %d /Index [%s] /W [1 4 2] /Root %d 0 R %s /Length %d >>\nstream\n",
		w.last+1, w.last+2, index, w.root, w.encrypt, len(table))
	out = append(out, table...)
	return fmt.Appendf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
}
