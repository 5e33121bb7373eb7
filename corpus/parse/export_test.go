package parse

// Update is the flag -update for the tests outside the package.
var Update = update
