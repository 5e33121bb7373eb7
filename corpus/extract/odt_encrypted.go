package extract

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/aes"
	"crypto/cipher"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"golang.org/x/crypto/blowfish" //lint:ignore SA1019 old ODF files are encrypted with it
)

// An odfCipher is what the manifest says of an encrypted part. Salt and vector
// are of the file's choice; so is the number of rounds, which makes trying
// passwords slow, and is bounded here.
type odfCipher struct {
	algorithm, start string // AES-CBC or Blowfish; what hashes the password
	iv, salt         []byte
	key, rounds      int
	size             int // of the part itself
	digest           string
	checksum         []byte
}

const maxRounds = 2_000_000

// odfParts returns a function that reads the parts of an OpenDocument archive,
// decrypted with a password if they are encrypted.
func odfParts(z *zip.Reader, password string) (func(name string) ([]byte, error), error) {
	manifest, err := part(z, "META-INF/manifest.xml")
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(manifest, []byte("encryption-data")) {
		return func(name string) ([]byte, error) { return part(z, name) }, nil
	}
	ciphers := readManifest(manifest)
	return func(name string) ([]byte, error) {
		b, err := part(z, name)
		c := ciphers[name]
		if err != nil || b == nil || c == nil {
			return b, err
		}
		if password == "" {
			return nil, &Error{Code: "encrypted"}
		}
		return c.open(b, password)
	}, nil
}

func readManifest(b []byte) map[string]*odfCipher {
	all := map[string]*odfCipher{}
	d := rawXML(b)
	name, size := "", 0
	var c *odfCipher
	bytesOf := func(e xml.StartElement, name string) []byte {
		v, _ := base64.StdEncoding.DecodeString(attr(e, name))
		return v
	}
	for {
		t, err := d.RawToken()
		if err != nil {
			return all
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		number := func(name string) int { n, _ := strconv.Atoi(attr(e, name)); return n }
		switch e.Name.Local {
		case "file-entry":
			name, size, c = attr(e, "full-path"), number("size"), nil
		case "encryption-data":
			c = &odfCipher{size: size, start: "SHA1", key: 16, digest: attr(e, "checksum-type"), checksum: bytesOf(e, "checksum")}
			all[name] = c
		}
		if c == nil {
			continue
		}
		switch e.Name.Local {
		case "algorithm":
			c.algorithm, c.iv = attr(e, "algorithm-name"), bytesOf(e, "initialisation-vector")
		case "start-key-generation":
			c.start = attr(e, "start-key-generation-name")
		case "key-derivation":
			c.salt, c.rounds = bytesOf(e, "salt"), number("iteration-count")
			if n := number("key-size"); n > 0 {
				c.key = n
			}
			if !strings.HasSuffix(strings.ToLower(attr(e, "key-derivation-name")), "pbkdf2") {
				c.rounds = 0
			}
		}
	}
}

// open decrypts a part and expands it. A password that doesn't fit gives the
// Error "encrypted", and so does a cipher that isn't known here.
func (c *odfCipher) open(b []byte, password string) ([]byte, error) {
	locked := &Error{Code: "encrypted"}
	if c.rounds < 1 || c.rounds > maxRounds || c.size < 0 || c.size > maxPart {
		return nil, locked
	}
	var start []byte
	if strings.HasSuffix(strings.ToLower(c.start), "sha256") {
		h := sha256.Sum256([]byte(password))
		start = h[:]
	} else {
		h := sha1.Sum([]byte(password))
		start = h[:]
	}
	if c.key > 64 {
		return nil, locked
	}
	key, err := pbkdf2.Key(sha1.New, string(start), c.salt, c.rounds, c.key)
	if err != nil {
		return nil, locked
	}
	plain := make([]byte, len(b))
	switch a := strings.ToLower(c.algorithm); {
	case strings.HasSuffix(a, "cbc"):
		block, err := aes.NewCipher(key)
		if err != nil || len(c.iv) != aes.BlockSize || len(b) == 0 || len(b)%aes.BlockSize > 0 {
			return nil, locked
		}
		cipher.NewCBCDecrypter(block, c.iv).CryptBlocks(plain, b)
		pad := int(plain[len(plain)-1])
		if pad < 1 || pad > aes.BlockSize {
			return nil, locked
		}
		plain = plain[:len(plain)-pad]
	case strings.Contains(a, "blowfish"):
		block, err := blowfish.NewCipher(key)
		if err != nil || len(c.iv) != blowfish.BlockSize {
			return nil, locked
		}
		// Cipher feedback: each block is hidden by the enciphered one before it.
		last := c.iv
		pad := make([]byte, blowfish.BlockSize)
		for i := 0; i < len(b); i += blowfish.BlockSize {
			block.Encrypt(pad, last)
			last = b[i:min(i+blowfish.BlockSize, len(b))]
			subtle.XORBytes(plain[i:], last, pad)
		}
	default:
		return nil, locked
	}
	if !c.fits(plain) {
		return nil, locked
	}
	var out bytes.Buffer
	n, err := out.ReadFrom(io.LimitReader(flate.NewReader(bytes.NewReader(plain)), int64(c.size)+1))
	if err != nil || n != int64(c.size) {
		return nil, &Error{Code: "damaged", Args: []string{"odt"}, Err: err}
	}
	return out.Bytes(), nil
}

// fits reports whether what came out is what had been put in.
func (c *odfCipher) fits(plain []byte) bool {
	first := plain
	if strings.HasSuffix(strings.ToLower(c.digest), "1k") {
		first = plain[:min(len(plain), 1024)]
	}
	if strings.Contains(strings.ToLower(c.digest), "sha256") {
		h := sha256.Sum256(first)
		return bytes.Equal(h[:], c.checksum)
	}
	h := sha1.Sum(first)
	return bytes.Equal(h[:], c.checksum)
}
