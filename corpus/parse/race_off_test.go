//go:build !race

package parse_test

const raceDetector = false
