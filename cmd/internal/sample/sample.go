// Package sample holds a small corpus that comes with the program, so that
// every command can be tried before one's own files are at hand.
//
// All texts are our own: laws of an imaginary Republic of Arcadia and reports
// of its public councils. They are built like real ones, traps included.
//
//   - acts: two editions of one law, 2019 and 2021, which differ in all the
//     ways in which editions do (articles inserted, a list reordered, clauses
//     split, moved, renumbered and excluded, a term replaced throughout); the
//     Kazakh text of the first edition; four more laws on the same matters, to
//     be compared by topic. Each is in another format: Markdown, DOCX as a
//     state database of law writes it, HTML of a portal, windows-1251 text
//     that begins with its table of contents, PDF.
//   - draft: a draft that amends two of the laws, with its explanatory note.
//   - reports: reports of the councils over two years, and the attributes by
//     which they are grouped.
//   - codebooks: topics.yaml for the acts, reports.yaml for the reports.
//   - coding: what two coders said of forty paragraphs of the public councils'
//     reports, on sheets of svod code, and the codebook of their variables.
//   - survey: answers of organizations and their map; a questionnaire of a
//     seminar, before and after.
//   - study: a register of regions and central bodies, reports of more of their
//     councils of two kinds (one region has none, another says next to
//     nothing), the attributes of all reports, what observers entered, a
//     codebook and three studies that svod matrix makes matrices of.
//
// The directory gen, which is not embedded, has the sources of what no editor
// of text can write: gen.go makes the DOCX act, and the PDF act comes from its
// HTML page by
//
//	soffice --headless --convert-to pdf --outdir ../acts общественные-объединения.html
package sample

import "embed"

// Files has the directories acts, draft, reports, codebooks, coding, survey and study.
//
//go:embed acts draft reports codebooks coding survey study *.yaml
var Files embed.FS
