package words

// Version grows with every change by which a text is cut into other words, or
// a word gets another form or stem, so that an index knows that it is stale.
const Version = 6
