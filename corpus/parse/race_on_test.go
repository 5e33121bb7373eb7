//go:build race

package parse_test

// raceDetector says that the tests run with it, ten times slower.
const raceDetector = true
