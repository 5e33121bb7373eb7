//go:build unix

package index_test

import (
	"bufio"
	"database/sql"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	_ "modernc.org/sqlite"
)

// others prepares the systems that svod is measured beside, as far as they are
// installed.
func others(t *testing.T, out *tabwriter.Writer, corpus string) []*engine {
	var es []*engine
	for _, f := range []func(*testing.T, *tabwriter.Writer, string) *engine{fts5, postgres, recoll} {
		if e := f(t, out, corpus); e != nil {
			es = append(es, e)
		}
	}
	return es
}

func installed(t *testing.T, programs ...string) bool {
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Log("not installed:", p)
			return false
		}
	}
	return true
}

// provisions selects from a corpus what the other systems get as rows.
const provisions = `SELECT doc || ' ' || address, title || char(10) || text FROM units WHERE title || text <> ''`

func fts5(t *testing.T, out *tabwriter.Writer, corpus string) *engine {
	if !installed(t, "sqlite3") {
		return nil
	}
	file := filepath.Join(*speedDir, "fts5.sqlite")
	os.Remove(file)
	cost(t, out, "SQLite FTS5", file, "sqlite3", file, "ATTACH '"+corpus+"' AS c; CREATE VIRTUAL TABLE p USING fts5(address UNINDEXED, text, tokenize=unicode61); "+
		"INSERT INTO p "+strings.Replace(provisions, "units", "c.units", 1))
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	const best, count = "SELECT address, text FROM p WHERE p MATCH ? ORDER BY rank LIMIT 20", "SELECT count(*) FROM p WHERE p MATCH ?"
	return &engine{name: "FTS5", ask: func(kind, q string) error {
		q = fts5Query(kind, q)
		rows, err := db.Query(best, q)
		if err != nil {
			return err
		}
		for rows.Next() {
			var a, s string
			if err := rows.Scan(&a, &s); err != nil {
				return err
			}
		}
		rows.Close()
		var n int
		return db.QueryRow(count, q).Scan(&n)
	}, cold: func(kind, q string) *exec.Cmd {
		q = "'" + strings.ReplaceAll(fts5Query(kind, q), "'", "''") + "'"
		return exec.Command("sqlite3", file, strings.ReplaceAll(best+";"+count, "?", q))
	}}
}

var (
	wordsOf = regexp.MustCompile(`[\pL\pN*]+`)
	nearOf  = regexp.MustCompile(`[/+](\d+)`)
)

// bare is the words of a query, without its operators.
func bare(q string) []string {
	var out []string
	for _, w := range wordsOf.FindAllString(nearOf.ReplaceAllString(q, " "), -1) {
		switch w {
		case "И", "ИЛИ", "НЕ":
		default:
			out = append(out, w)
		}
	}
	return out
}

// boolean writes a query of words, И, ИЛИ, НЕ and brackets in another language.
func boolean(q, and, or, not string, word func(string) string) string {
	var b strings.Builder
	joined := true
	for _, w := range regexp.MustCompile(`[()]|[\pL\pN*]+`).FindAllString(q, -1) {
		switch w {
		case "И", "ИЛИ", "НЕ":
			op := map[string]string{"И": and, "ИЛИ": or, "НЕ": not}[w]
			b.WriteString(op)
			joined = true
		case "(", ")":
			b.WriteString(w)
			joined = w == "("
		default:
			if !joined {
				b.WriteString(and)
			}
			b.WriteString(word(w))
			joined = false
		}
	}
	return b.String()
}

func quoted(w string) string {
	if p, ok := strings.CutSuffix(w, "*"); ok {
		return `"` + p + `"*`
	}
	return `"` + strings.ReplaceAll(w, "*", "") + `"`
}

func fts5Query(kind, q string) string {
	switch kind {
	case "phrase":
		return `"` + strings.Join(bare(q), " ") + `"`
	case "near":
		n, _ := strconv.Atoi(nearOf.FindStringSubmatch(q)[1])
		ws := bare(q)
		return fmt.Sprintf(`NEAR("%s" "%s", %d)`, ws[0], ws[1], n-1)
	case "boolean":
		return boolean(q, " AND ", " OR ", " NOT ", quoted)
	}
	var ws []string
	for _, w := range bare(q) {
		ws = append(ws, quoted(w))
	}
	if kind == "question" {
		return strings.Join(ws, " OR ")
	}
	return strings.Join(ws, " ")
}

func postgres(t *testing.T, out *tabwriter.Writer, corpus string) *engine {
	if !installed(t, "psql", "sqlite3") || exec.Command("psql", "-c", "SELECT 1").Run() != nil {
		t.Log("no PostgreSQL server")
		return nil
	}
	csv := filepath.Join(*speedDir, "provisions.csv")
	b, err := exec.Command("sqlite3", "-csv", corpus, provisions).Output()
	if err == nil {
		err = os.WriteFile(csv, b, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	load := exec.Command("psql", "-v", "ON_ERROR_STOP=1", "-c", "DROP TABLE IF EXISTS p", "-c", "CREATE TABLE p (address text, text text)", "-c", `\copy p FROM '`+csv+`' CSV`,
		"-c", "ALTER TABLE p ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('russian', text)) STORED", "-c", "CREATE INDEX ON p USING gin (words)", "-c", "VACUUM ANALYZE p")
	if b, err := load.CombinedOutput(); err != nil {
		t.Fatal(string(b))
	}
	wall := time.Since(start)
	b, err = exec.Command("psql", "-Atc", "SELECT sum(pg_column_size(words)) + pg_indexes_size('p') FROM p").Output()
	if err != nil {
		t.Fatal(err)
	}
	size, _ := strconv.ParseFloat(strings.TrimSpace(string(b)), 64)
	fmt.Fprintf(out, "PostgreSQL, GIN\t%.1f\t–\t–\t%.1f\n", wall.Seconds(), size/1e6)

	const best, count = "SELECT address, text FROM p, to_tsquery('russian', '%[1]s') q WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT 20;",
		"SELECT count(*) FROM p WHERE words @@ to_tsquery('russian', '%[1]s');"
	ask := talk(t, exec.Command("psql", "-At"))
	return &engine{name: "PostgreSQL", ask: func(kind, q string) error {
		return ask(fmt.Sprintf(best+count+"\n\\echo done", postgresQuery(kind, q)))
	}, cold: func(kind, q string) *exec.Cmd {
		q = postgresQuery(kind, q)
		return exec.Command("psql", "-Atc", fmt.Sprintf(best, q), "-c", fmt.Sprintf(count, q))
	}}
}

func postgresQuery(kind, q string) string {
	word := func(w string) string {
		if p, ok := strings.CutSuffix(w, "*"); ok {
			return p + ":*"
		}
		return strings.ReplaceAll(w, "*", "")
	}
	switch kind {
	case "boolean":
		return boolean(q, " & ", " | ", " & !", word)
	case "near":
		// There is no nearness but at a distance: all of them, both ways.
		n, _ := strconv.Atoi(nearOf.FindStringSubmatch(q)[1])
		ws := bare(q)
		var any []string
		for i := 1; i <= n; i++ {
			any = append(any, fmt.Sprintf("%s <%d> %s", ws[0], i, ws[1]))
			if !strings.Contains(q, "+") {
				any = append(any, fmt.Sprintf("%s <%d> %s", ws[1], i, ws[0]))
			}
		}
		return strings.Join(any, " | ")
	}
	var ws []string
	for _, w := range bare(q) {
		ws = append(ws, word(w))
	}
	switch kind {
	case "phrase":
		return strings.Join(ws, " <-> ")
	case "question":
		return strings.Join(ws, " | ")
	}
	return strings.Join(ws, " & ")
}

// talk starts a program that answers what it is asked, up to a line «done».
func talk(t *testing.T, cmd *exec.Cmd) func(string) error {
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); cmd.Wait() })
	r := bufio.NewReader(stdout)
	return func(q string) error {
		if _, err := io.WriteString(in, q+"\n"); err != nil {
			return err
		}
		for {
			line, err := r.ReadString('\n')
			if err != nil || line == "done\n" {
				return err
			}
		}
	}
}

// recollScript answers queries from its input.
const recollScript = `
import sys
from recoll import recoll
db = recoll.connect(confdir=sys.argv[1])
for line in sys.stdin:
    q = db.query()
    q.execute(line.strip(), stemlang="russian")
    for d in q.fetchmany(20):
        d.title
    print("done", flush=True)
`

func recoll(t *testing.T, out *tabwriter.Writer, corpus string) *engine {
	if !installed(t, "recollindex", "recollq") {
		return nil
	}
	conf := filepath.Join(*speedDir, "recoll")
	os.RemoveAll(conf)
	if err := os.MkdirAll(conf, 0o777); err != nil {
		t.Fatal(err)
	}
	texts := filepath.Join(*speedDir, "texts")
	if err := os.WriteFile(filepath.Join(conf, "recoll.conf"), []byte("topdirs = "+texts+"\nindexstemminglanguages = russian\nloglevel = 1\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	cost(t, out, "Recoll, the files", filepath.Join(conf, "xapiandb"), "recollindex", "-c", conf)
	e := &engine{name: "Recoll", cold: func(kind, q string) *exec.Cmd {
		return exec.Command("recollq", "-c", conf, "-n", "20", recollQuery(kind, q))
	}}
	python := "/usr/bin/python3" // the one that has the packages of the system
	if exec.Command(python, "-c", "from recoll import recoll").Run() == nil {
		ask := talk(t, exec.Command(python, "-c", recollScript, conf))
		e.ask = func(kind, q string) error { return ask(recollQuery(kind, q)) }
	} else {
		e.ask = func(kind, q string) error { return e.cold(kind, q).Run() }
		e.name += " (a process each)"
	}
	return e
}

func recollQuery(kind, q string) string {
	switch kind {
	case "phrase":
		return `"` + strings.Join(bare(q), " ") + `"`
	case "near":
		return `"` + strings.Join(bare(q), " ") + `"p` + nearOf.FindStringSubmatch(q)[1]
	case "boolean":
		return boolean(q, " ", " OR ", " -", func(w string) string { return w })
	case "question":
		return strings.Join(bare(q), " OR ")
	}
	return strings.Join(bare(q), " ")
}
