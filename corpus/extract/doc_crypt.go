package extract

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"encoding/binary"
)

// Word 97 to 2003 protected documents with RC4, anew for every 512 bytes: first
// by a key of 40 bits out of MD5, later by one out of SHA-1. What these keep
// from nobody today they keep from a reader without the password.

const cryptBlock = 512

// openHead is the start of the main stream that is never encrypted.
const openHead = 68

// decrypt makes the streams readable with the password. Documents obfuscated
// by XOR, as Word 6 did it, are not read.
func (f *docFIB) decrypt(xor bool, password string) error {
	encrypted := &Error{Code: "encrypted"}
	head := stretch(f.tab, 0, int(le32(f.main, 14)))
	if xor || f.old || len(head) < 52 {
		return encrypted
	}
	key := rc4Key(head, utf16le(password))
	if key == nil {
		return encrypted
	}
	main := decryptStream(f.main, key)
	copy(main, f.main[:openHead])
	tab := decryptStream(f.tab, key)
	copy(tab, head)
	// The streams read are those of the file; they are not written over.
	f.docParts = &docParts{main: main, data: decryptStream(f.data, key), short: f.short}
	f.tab = tab
	return nil
}

// rc4Key returns the function that gives the key of a block, nil when the
// password is wrong or the way of encryption is not known.
func rc4Key(head, password []byte) func(block uint32) []byte {
	var key func(block uint32) []byte
	var verifier, hash []byte
	var sum func([]byte) []byte
	switch major, minor := le16(head, 0), le16(head, 2); {
	case major == 1 && minor == 1:
		salt := stretch(head, 4, 16)
		verifier, hash = stretch(head, 20, 16), stretch(head, 36, 16)
		first := md5.Sum(password)
		second := md5.Sum(bytes.Repeat(append(first[:5:5], salt...), 16))
		key = func(block uint32) []byte {
			k := md5.Sum(binary.LittleEndian.AppendUint32(second[:5:5], block))
			return k[:]
		}
		sum = func(b []byte) []byte { s := md5.Sum(b); return s[:] }
	case minor == 2 && major >= 2 && major <= 4:
		about := stretch(head, 12, int(le32(head, 8)))
		bits := int(le32(about, 16))
		if bits == 0 {
			bits = 40
		}
		if bits < 40 || bits > 128 || bits%8 != 0 {
			return nil
		}
		check := head[min(len(head), 12+len(about)):]
		salt := stretch(check, 4, 16)
		verifier, hash = stretch(check, 20, 16), stretch(check, 40, 20)
		base := sha1.Sum(append(append([]byte(nil), salt...), password...))
		key = func(block uint32) []byte {
			s := sha1.Sum(binary.LittleEndian.AppendUint32(base[:len(base):len(base)], block))
			k := make([]byte, max(16, bits/8))
			copy(k, s[:bits/8])
			return k
		}
		sum = func(b []byte) []byte { s := sha1.Sum(b); return s[:] }
	default:
		return nil
	}
	if len(verifier) < 16 || len(hash) < 16 {
		return nil
	}
	c, err := rc4.NewCipher(key(0))
	if err != nil {
		return nil
	}
	plain := make([]byte, len(verifier)+len(hash))
	c.XORKeyStream(plain, append(append([]byte(nil), verifier...), hash...))
	if !bytes.Equal(sum(plain[:16]), plain[16:]) {
		return nil
	}
	return key
}

func decryptStream(b []byte, key func(uint32) []byte) []byte {
	out := make([]byte, len(b))
	for at := 0; at < len(b); at += cryptBlock {
		end := min(at+cryptBlock, len(b))
		if c, err := rc4.NewCipher(key(uint32(at / cryptBlock))); err == nil {
			c.XORKeyStream(out[at:end], b[at:end])
		}
	}
	return out
}
