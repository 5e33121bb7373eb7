//go:build race

package extract

// underRace says that the tests run under the race detector, which makes those of
// large files several times slower and has nothing to find in them.
const underRace = true
