package extract

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/ledongthuc/pdf"
)

// maxStream bounds a decoded stream of a page or a font: a code of laws has no
// page that comes near.
const maxStream = 64 << 20

// decodeStream decodes a stream. Of a damaged one it returns what can be had
// together with the error; there is an error too when the library doesn't know
// the filter, for which the second reader is to be asked.
func decodeStream(v pdf.Value) (data []byte, err error) {
	if v.Kind() != pdf.Stream {
		return nil, nil
	}
	var out bytes.Buffer
	defer func() {
		if r := recover(); r != nil {
			data, err = out.Bytes(), fmt.Errorf("%v", r)
		}
	}()
	n, err := io.Copy(&out, io.LimitReader(v.Reader(), maxStream))
	if err == nil && n == maxStream {
		err = errors.New("too long")
	}
	return out.Bytes(), err
}

// streamData is what can be had of a stream.
func streamData(v pdf.Value) []byte {
	data, _ := decodeStream(v)
	return data
}
