package parse

// Requisites reads the number and the date (2015-11-02) of an act as other acts
// name it: «Закон … от 2 ноября 2015 года «Об общественных советах»», «решение
// маслихата «О бюджете» от 18 декабря 2025 года № 8С 34/5». What is not said is
// empty.
func Requisites(name string) (number, date string) {
	if a := readActDate(name, 0); a.rank == 0 {
		return a.number, a.day
	}
	if ds := findDates(name); len(ds) > 0 {
		date = ds[0].iso
	}
	if m := numbers.FindStringSubmatch(name); m != nil {
		number = m[1]
	}
	return number, date
}
