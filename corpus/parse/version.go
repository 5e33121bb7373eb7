package parse

// Version numbers the rules of this package. It grows with every change that
// reads a file into another tree, so that a store knows which of its documents
// to parse anew from their files.
const Version = 5
