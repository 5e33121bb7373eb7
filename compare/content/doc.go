// Package content is content analysis: it looks for the categories of a
// codebook in documents, and says how often, where, and in which words.
//
//	cb, err := content.Load("codebook.yaml", data)
//	counts := content.Count(cb, docs, content.CountOptions{By: []string{"регион"}})
//	topics := content.Topics(cb, docs, content.TopicOptions{})
//	err = table.Write(w, "docx", counts.Report())
//
// Count answers how often; Topics sets what several acts say on each category
// side by side. Both keep the evidence of all that they say: each number and
// each cell can be traced to units and words.
//
// Profiles, FindDefinitions and FindConflicts need no codebook: they set side by
// side what acts are made of and whom they oblige, how they define a term, and
// where they differ on one matter. They read norms with package norm.
//
// # Counting
//
// The unit of analysis is any element of a document, from the document itself
// down to the sentence. What stands above it, as the heading of an article when
// clauses are counted, is a unit of its own. An article without clauses is
// counted among clauses as one.
//
// Text that stands in no article and no clause, as most of a report does, is
// counted by paragraphs where the unit is an article, a clause or a subclause; a
// document without sections or chapters is one unit where those are asked for. The
// report says how often that was so.
//
// Notes, repealed text, the table of contents, the requisites and the signature
// are never counted; a codebook may leave out more (skip), and options sections
// by their headings. The record says how much was left out.
//
// A word counts once in a category: of matches that overlap the longest is
// taken (nested: longest), or each that differs in extent (nested: all). What a
// parent category has is what it and its children have together, so that a
// unit in which two children occur is one unit of the parent. Categories don't
// hinder each other.
//
// # From counts to tables
//
// A document is tallied (tally.go), and all that follows is computed of tallies:
// groups (group.go), tests between them (crosstab.go), years (trend.go), pairs of
// categories (cooccur.go), tone (tone.go), quotes that illustrate (illustrate.go).
// The files count*.go make tables of these; each number in them has a basis
// (because.go) that names the evidence adding up to it, or its formula and terms.
// Public councils and councils for interaction with NGOs are never summed
// (part.go).
package content
