package inflect

// compound declines words with a hyphen: the last part, and the first too where
// both are nouns of the same number.
func compound(first, rest string) []candidate {
	tails := nounsOf(rest)
	if len(tails) == 0 {
		return nil
	}
	tail := tails[0]
	heads := nouns().find(first)
	if fixedFirst[first] || endsIn(first, "оеи") || len(heads) == 0 {
		tail.noun.guess = tail.noun.guess || !fixedFirst[first] && !endsIn(first, "оеи")
		return []candidate{tail.with(func(int, int) string { return first })}
	}
	head := heads[0].noun()
	tail.noun.gender, tail.noun.life = head.gender, head.life
	return []candidate{tail.with(func(n, c int) string { return head.forms[n][c].form })}
}

// with puts a first part before the forms of a noun.
func (c candidate) with(first func(number, of int) string) candidate {
	for n := range c.noun.forms {
		for k := range c.noun.forms[n] {
			f := &c.noun.forms[n][k]
			f.form = first(n, k) + "-" + f.form
			if f.other != "" {
				f.other = first(n, k) + "-" + f.other
			}
			f.also = nil
		}
	}
	return c
}

// fixedFirst are first parts of compounds that are never declined.
var fixedFirst = setOf(`веб интернет бизнес пресс онлайн вице экс мини медиа топ кибер пилот штаб офис блок плац пром арт
	унтер обер камер генерал премьер ген шеф член`)
