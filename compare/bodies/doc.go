// Package bodies knows the bodies of a state and sets them side by side: a
// register of regions and central agencies with their names through time,
// which documents belong to whom, and matrices of bodies × indicators in which
// each cell says where it comes from.
//
//	reg, err := bodies.Load("реестр.csv", rows)
//	matches := reg.Match(docs)
//	study, err := bodies.LoadStudy("матрица.yaml", data)
//	result := bodies.Build(bodies.Sources{Study: study, Register: reg, Codebook: cb, Docs: docs, …})
//	err = table.Write(w, "docx", result.Report(options))
//
// Three rules hold throughout. Regions and central agencies are two tables that
// are never crossed or summed; kinds of councils are never mixed. What is
// missing is not zero: a cell is да, частично, нет or нет данных, and «нет» is
// said only where documents of the body exist and were searched. A doubtful
// match of a document and a body says «проверьте» and why.
package bodies
