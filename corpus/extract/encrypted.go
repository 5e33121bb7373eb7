package extract

import (
	"bytes"
	"context"
	"errors"

	"github.com/xuri/excelize/v2"

	"svod/corpus"
)

// A Word document or a workbook with a password is an OLE2 file that holds the
// encrypted archive; what the archive is, shows when it is open.

func isEncryptedPackage(data []byte) bool {
	return bytes.HasPrefix(data, []byte(oleSignature)) && bytes.Contains(data, utf16le("EncryptedPackage"))
}

// knownPasswords open files that nobody meant to lock: programs encrypt with no
// password, or with the one that Excel takes for workbooks that are only
// protected from changes.
var knownPasswords = []string{"", "VelvetSweatshop"}

// openPackage decrypts the archive, for Bytes to look at again. A file says
// itself how often its password is hashed, up to ten million times: seconds for
// each attempt, which is why a worker does it.
func openPackage(in *input) ([]corpus.Line, []corpus.Warning, error) {
	passwords := knownPasswords
	if in.Password != "" {
		passwords = append([]string{in.Password}, knownPasswords...)
	}
	for _, p := range passwords {
		if err := in.ctx.Err(); err != nil {
			return nil, nil, err
		}
		b, err := excelize.Decrypt(in.data, &excelize.Options{Password: p})
		switch {
		case errors.Is(err, excelize.ErrUnsupportedEncryptMechanism), errors.Is(err, excelize.ErrUnsupportedHashAlgorithm),
			errors.Is(err, excelize.ErrUnknownEncryptMechanism):
			return nil, nil, &Error{Code: "encrypted", Args: []string{"cipher"}, Err: err}
		case err != nil:
			return nil, nil, &Error{Code: "damaged", Err: err}
		case bytes.HasPrefix(b, []byte("PK\x03\x04")):
			in.opened = b
			return nil, nil, nil
		}
	}
	return nil, nil, &Error{Code: "encrypted"}
}

// open returns what a file that needs opening holds; other files are what they
// are.
func (r Reader) open(ctx context.Context, data []byte) ([]byte, error) {
	if !isEncryptedPackage(data) {
		return data, nil
	}
	in := &input{ctx: ctx, data: data, Reader: r}
	if _, _, err := lockedPackage.read(in); err != nil {
		return nil, err
	}
	return in.opened, nil
}

var lockedPackage = format{name: "encrypted", match: isEncryptedPackage, lines: openPackage, worker: true}
