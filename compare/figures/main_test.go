package figures

import (
	"os"
	"testing"

	"svod/corpus/extract"
)

func TestMain(m *testing.M) {
	extract.Worker()
	os.Exit(m.Run())
}
