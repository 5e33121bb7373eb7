package store

// migrations[i] leads from schema i to schema i+1; the first makes the tables.
// Never change one that was released: append.
var migrations = []string{schema1}

const schema1 = `
-- What holds for the whole file: schema, the number of this schema.
CREATE TABLE meta (
	key   TEXT PRIMARY KEY,
	value TEXT NOT NULL
) WITHOUT ROWID;

-- A row per document. The values are those in force: what the document says
-- of itself unless the user has said otherwise.
CREATE TABLE documents (
	id           TEXT PRIMARY KEY, -- first 12 hex digits of sha256
	sha256       TEXT NOT NULL,    -- of the file's bytes
	file         TEXT NOT NULL,    -- its base name
	format       TEXT NOT NULL,    -- text, markdown, html, docx, pdf, json …
	title        TEXT NOT NULL,
	type         TEXT NOT NULL,    -- law, code, decree, resolution, order …
	number       TEXT NOT NULL,    -- as printed; '' when the text prints none
	date         TEXT NOT NULL,    -- 2015-11-02 or ''
	body         TEXT NOT NULL,
	jurisdiction TEXT NOT NULL,    -- KZ, RU, KG, BY or ''
	language     TEXT NOT NULL,    -- ru, kk, en
	edition      TEXT NOT NULL,    -- 2021-01-03, 2021 or ''
	origin       TEXT NOT NULL,    -- JSON: field -> text, file name, notes, user …
	parsed       TEXT NOT NULL,    -- JSON: the values before the user's corrections
	warnings     TEXT NOT NULL,    -- JSON: what reading the file had to leave out
	parser       INTEGER NOT NULL, -- version of the rules that made units
	content      TEXT NOT NULL,    -- hash of the units
	hash         TEXT NOT NULL,    -- hash of all that an index of the document needs
	number_key   TEXT NOT NULL,    -- number, title, file folded for comparison:
	title_key    TEXT NOT NULL,    --   by them the texts of one act are found
	file_key     TEXT NOT NULL
);
CREATE INDEX documents_number ON documents (number_key) WHERE number_key <> '';
CREATE INDEX documents_title ON documents (title_key) WHERE title_key <> '';
CREATE INDEX documents_file ON documents (file_key) WHERE file_key <> '';

-- The files as they were added, byte for byte, so that they can be read anew
-- by better rules. encoding is '' (as they are) or 'gzip'.
CREATE TABLE sources (
	doc      TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
	encoding TEXT NOT NULL,
	bytes    BLOB NOT NULL
);

-- The lines of the file as extraction saw them: a paragraph or a table's row.
CREATE TABLE lines (
	doc   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	n     INTEGER NOT NULL, -- from 0
	page  INTEGER NOT NULL, -- from 1; 0 when the format has no pages
	text  TEXT NOT NULL,
	style TEXT NOT NULL,    -- JSON: what is not usual in its look; '' for nothing
	tbl   INTEGER NOT NULL, -- number of the table the row belongs to, 0 outside
	cells TEXT NOT NULL,    -- JSON: cells of a row; '' outside tables
	PRIMARY KEY (doc, n)
) WITHOUT ROWID;

-- The tree in document order: the unit and all that is below it are
-- neighbours. The root has ord 0, address '' and parent -1.
CREATE TABLE units (
	doc      TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	ord      INTEGER NOT NULL,
	parent   INTEGER NOT NULL, -- ord of the parent
	address  TEXT NOT NULL,    -- ст.5-1/п.2/пп.3
	kind     TEXT NOT NULL,    -- article, clause, subclause …
	label    TEXT NOT NULL,    -- as printed: «Статья 5-1.»
	num      TEXT NOT NULL,    -- the number in it: 5-1
	title    TEXT NOT NULL,
	text     TEXT NOT NULL,    -- own first paragraph
	lo       INTEGER NOT NULL, -- lines lo to hi, hi not included
	hi       INTEGER NOT NULL,
	repealed INTEGER NOT NULL,
	PRIMARY KEY (doc, ord)
) WITHOUT ROWID;

-- Editorial remarks, kept apart from the law.
CREATE TABLE notes (
	doc  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	ord  INTEGER NOT NULL, -- of their unit
	n    INTEGER NOT NULL, -- from 0 within the unit
	text TEXT NOT NULL,
	lo   INTEGER NOT NULL,
	hi   INTEGER NOT NULL,
	PRIMARY KEY (doc, ord, n)
) WITHOUT ROWID;

-- What the user has said about documents: region, body, level, year …
CREATE TABLE attributes (
	doc   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	key   TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (doc, key)
) WITHOUT ROWID;
`
