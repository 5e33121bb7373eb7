// Command svod reads legal acts and reports, searches and compares them, and
// counts by a codebook. The README shows what it is for; svod help tells how.
package main

import (
	"io"
	"log"
	"os"

	"svod/corpus/extract"
)

// version is set by the linker in releases.
var version = "0.1.0-dev"

func main() {
	log.SetOutput(io.Discard) // bleve logs the damage that svod mends, and tells in its own words
	extract.Worker()          // serves and exits when svod was started to read one PDF
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
