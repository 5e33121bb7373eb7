package table

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
)

// A recipe lies where no reader of the file sees it, and where Word, Excel and
// LibreOffice keep it when a person edits and saves the file: in Office files a
// part of custom XML, in HTML a script that is no program, in Markdown a
// comment, in JSON a field of its own. CSV and plain text have no such place.

// A Recipe is a command line and what it read. Exporters keep it in the file.
type Recipe struct {
	Version string   `json:"version"` // of svod
	Args    []string `json:"args"`    // the command line without its output
	Inputs  []Input  `json:"inputs"`
	Corpus  *Corpus  `json:"corpus,omitempty"` // when documents came from a corpus
}

// An Input is a file, or a document of a corpus, that a report was made from.
type Input struct {
	Name   string `json:"name"` // of a file the path as it was given, of a document its file's name
	SHA256 string `json:"sha256"`
	Corpus bool   `json:"corpus,omitempty"` // a document of the corpus
	// Attributes is a digest of what the user has said about the document: its
	// attributes and corrected requisites, by which analyses group and select.
	Attributes string `json:"attributes,omitempty"`
}

// A Corpus is all that a report took from a corpus, in one digest.
type Corpus struct {
	Documents int    `json:"documents"`
	SHA256    string `json:"sha256"` // of the documents' hashes with their attributes, in order
}

// ErrNoRecipe says that a file holds no recipe: svod did not make it, or a
// program that it was saved with has thrown the recipe away.
var ErrNoRecipe = errors.New("table: no recipe")

// ErrDamagedRecipe says that a file holds a recipe which can't be read.
var ErrDamagedRecipe = errors.New("table: damaged recipe")

const (
	recipeSpace = "urn:svod:recipe"
	recipePart  = "customXml/item1.xml"
	maxRecipe   = 16 << 20 // bytes; a recipe that names 10 000 documents has two millions
	maxParts    = 10_000   // files in a package that are looked at
)

// encode returns the recipe as JSON without characters that HTML or XML could
// take for their own.
func (rc *Recipe) encode() string {
	b, err := json.Marshal(rc) // <, > and & are escaped
	if err != nil {            // of strings and numbers it never fails
		return "{}"
	}
	return string(b)
}

// recipeParts are the parts that keep a recipe in an Office file, with their
// entries in the list of types and in the relations of the main part, which
// lies one folder down.
func (rc *Recipe) recipeParts() (parts map[string][]byte, types, relation string) {
	const base = "http://schemas.openxmlformats.org/officeDocument/2006/"
	parts = map[string][]byte{
		recipePart: []byte(xmlHeader + `<recipe xmlns="` + recipeSpace + `">` + escape(rc.encode()) + `</recipe>`),
		"customXml/itemProps1.xml": []byte(xmlHeader + `<ds:datastoreItem xmlns:ds="` + base + `customXml" ds:itemID="{6F1C5B5E-0D3A-5F0A-9A3B-2B1E0A7C9D11}"><ds:schemaRefs><ds:schemaRef ds:uri="` +
			recipeSpace + `"/></ds:schemaRefs></ds:datastoreItem>`),
		"customXml/_rels/item1.xml.rels": []byte(xmlHeader + `<Relationships ` + relNames + `><Relationship Id="rId1" Type="` + base + `relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`),
	}
	types = `<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`
	relation = `<Relationship Id="rRecipe" Type="` + base + `relationships/customXml" Target="../` + recipePart + `"/>`
	return parts, types, relation
}

// script is the recipe in HTML.
func (rc *Recipe) script() string {
	return `<script type="application/json" id="svod-recipe">` + rc.encode() + "</script>\n"
}

// comment is the recipe in Markdown. Two hyphens would end a comment.
func (rc *Recipe) comment() string {
	return "<!-- svod-recipe " + strings.ReplaceAll(rc.encode(), "--", `-\u002d`) + " -->\n"
}

var (
	recipeScript  = regexp.MustCompile(`(?s)<script type="application/json" id="svod-recipe">(.*?)</script>`)
	recipeComment = regexp.MustCompile(`(?s)<!-- svod-recipe (.*?) -->`)
)

// FindRecipe returns the recipe that a file holds, whatever its name.
func FindRecipe(data []byte) (*Recipe, error) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return packedRecipe(data)
	case bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n\ufeff"), []byte("{")):
		var doc struct {
			Recipe *Recipe `json:"recipe"`
		}
		if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &doc); err != nil {
			return nil, ErrDamagedRecipe
		}
		return doc.Recipe.checked()
	}
	m := recipeScript.FindSubmatch(data)
	if m == nil {
		m = recipeComment.FindSubmatch(data)
	}
	if m == nil {
		return nil, ErrNoRecipe
	}
	return decodeRecipe(m[1])
}

// packedRecipe looks through the custom XML of an Office file: programs number
// these parts anew.
func packedRecipe(data []byte) (*Recipe, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrNoRecipe
	}
	for i, f := range z.File {
		if i == maxParts {
			break
		}
		if !strings.HasPrefix(f.Name, "customXml/item") {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			continue
		}
		part, err := io.ReadAll(io.LimitReader(rc, maxRecipe))
		rc.Close()
		if err != nil || !bytes.Contains(part, []byte(recipeSpace)) {
			continue
		}
		var x struct {
			XMLName xml.Name
			Text    string `xml:",chardata"`
		}
		if xml.Unmarshal(part, &x) == nil && x.XMLName.Space == recipeSpace {
			return decodeRecipe([]byte(x.Text))
		}
	}
	return nil, ErrNoRecipe
}

func decodeRecipe(data []byte) (*Recipe, error) {
	var rc Recipe
	if len(data) > maxRecipe || json.Unmarshal(data, &rc) != nil {
		return nil, ErrDamagedRecipe
	}
	return rc.checked()
}

// checked refuses a recipe that names no command.
func (rc *Recipe) checked() (*Recipe, error) {
	switch {
	case rc == nil:
		return nil, ErrNoRecipe
	case len(rc.Args) == 0:
		return nil, ErrDamagedRecipe
	}
	return rc, nil
}
