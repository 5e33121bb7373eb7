package extract

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// agile encrypts an archive as today's programs do; ECMA-376 calls it so.
func agile(archive []byte, password string, spins int) []byte {
	cbc := func(key, iv, plain []byte) []byte {
		block, err := aes.NewCipher(key)
		if err != nil {
			panic(err)
		}
		out := make([]byte, (len(plain)+15)/16*16)
		copy(out, plain)
		cipher.NewCBCEncrypter(block, iv).CryptBlocks(out, out)
		return out
	}
	hash := func(parts ...[]byte) []byte {
		h := sha512.New()
		for _, p := range parts {
			h.Write(p)
		}
		return h.Sum(nil)
	}
	number := func(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }

	salt, packageKey := []byte("0123456789abcdef"), []byte("0123456789abcdef0123456789abcdef")
	var pw []byte
	for _, u := range utf16.Encode([]rune(password)) {
		pw = binary.LittleEndian.AppendUint16(pw, u)
	}
	h := hash(salt, pw)
	for i := range spins {
		h = hash(number(i), h)
	}
	key := hash(h, []byte{0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6})[:32]
	text := base64.StdEncoding.EncodeToString
	cipherOf := `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="` + text(salt) + `"`
	info := fmt.Sprintf(`<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData %s/>`+
		`<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="%d" %s encryptedKeyValue="%s"/></keyEncryptor></keyEncryptors></encryption>`,
		cipherOf, spins, cipherOf, text(cbc(key, salt, packageKey)))
	pack := binary.LittleEndian.AppendUint64(nil, uint64(len(archive)))
	for i := 0; i*4096 < len(archive); i++ {
		pack = append(pack, cbc(packageKey, hash(salt, number(i))[:16], archive[i*4096:min(len(archive), (i+1)*4096)])...)
	}
	// Streams of less than 4096 bytes are kept elsewhere in such a file.
	info += strings.Repeat(" ", max(4096-len(info), 0))
	pack = append(pack, make([]byte, max(4096+8-len(pack), 0))...)
	return compound(map[string][]byte{"EncryptionInfo": append([]byte{4, 0, 4, 0, 0x40, 0, 0, 0}, info...), "EncryptedPackage": pack})
}

// noise does not compress.
func noise(n int) []byte {
	var b []byte
	for len(b) < n {
		sum := sha512.Sum512(b)
		b = append(b, sum[:]...)
	}
	return b
}

func TestEncryptedPackage(t *testing.T) {
	archive := zipDOCX(t, `<w:p><w:r><w:t>Статья 1. Общие положения</w:t></w:r></w:p>`)
	large := zipDOCX(t, `<w:p><w:r><w:t>Статья 1. Общие положения</w:t></w:r></w:p>`, "word/media/image1.png", string(noise(9000)))
	old, err := excelize.Encrypt(large, &excelize.Options{Password: "пароль"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, password string
		data           []byte
		want           string
	}{
		{"agile", "пароль", agile(archive, "пароль", 1000), ""},
		{"agile, no password given", "", agile(archive, "пароль", 10), "encrypted"},
		{"agile, a wrong one", "Пароль", agile(archive, "пароль", 10), "encrypted password"},
		{"locked by nothing", "", agile(archive, "", 10), ""},
		{"protected by Excel", "", agile(archive, "VelvetSweatshop", 10), ""},
		{"protected by Excel, a password given", "пароль", agile(archive, "VelvetSweatshop", 10), ""},
		{"standard", "пароль", old, ""},
		{"standard, a wrong one", "иной", old, "encrypted password"},
		{"more spins than allowed", "", []byte(strings.Replace(string(agile(archive, "", 10)), `spinCount="10" `, `spinCount="1e9"`, 1)), "damaged"},
		{"cut off", "пароль", agile(archive, "пароль", 10)[:3000], "damaged"},
		{"not an archive", "", agile([]byte(strings.Repeat("а", 5000)), "", 10), "encrypted"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src, err := Reader{Password: tt.password}.Bytes(context.Background(), "a.docx", tt.data)
			var e *Error
			switch {
			case err == nil:
				if tt.want != "" || src.Format != "docx" || src.Lines[0].Text != "Статья 1. Общие положения" {
					t.Errorf("%+v, want %q", src, tt.want)
				}
			case !errors.As(err, &e):
				t.Error(err)
			default:
				if got := strings.Join(append([]string{e.Code}, e.Args...), " "); got != tt.want {
					t.Errorf("%s (%v), want %q", got, err, tt.want)
				}
			}
		})
	}
}
