package amend

// The files interim_*.go are a first reader that stands in until that of
// order.go's layers is whole: delete all of them then.
