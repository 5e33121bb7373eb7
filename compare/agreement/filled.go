package agreement

// filled reads a coding sheet, if the sheets of a file are one.
func (d *Data) filled(sheets []grid, file string) bool { return false }
