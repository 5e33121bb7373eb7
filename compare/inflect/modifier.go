package inflect

import (
	"strings"
	"unicode/utf8"
)

// modifier is what a word can be in agreement with the phrase: «данной», «иных».
// It is 0 for what is no adjective.
func (p Phrase) modifier(form string) readings {
	base := strings.TrimSuffix(form, "ся")
	if utf8.RuneCountInString(base) < 4 || notAdjectives[form] || strings.HasPrefix(form, "котор") || substantive(base) {
		return 0
	}
	var out readings
	for _, e := range modifiers {
		stem, ok := strings.CutSuffix(base, e.end)
		if !ok {
			continue
		}
		if !adjectiveStem(stem, e.end) {
			return 0
		}
		for _, r := range e.of {
			if r.gender == plural {
				out |= Reading{Case: r.c, Plural: true}.set()
			} else if r.gender == p.gender {
				out |= Reading{Case: r.c}.set()
			}
		}
		break
	}
	if active(base) {
		out |= inCase(Accusative) | inCase(Dative) // «регулирующего [вопросы]», «принадлежащей [организации]»
	}
	switch {
	case out == 0:
	case p.life == thing && strings.HasSuffix(base, "х"):
		out &^= Reading{Case: Accusative, Plural: true}.set()
	case p.life == thing && strings.HasSuffix(base, "го"):
		out &^= Reading{Case: Accusative}.set()
	case p.life == person && endsAny(base, "ые", "ие"):
		out &^= Reading{Case: Accusative, Plural: true}.set()
	case p.life == person && p.gender == masculine && endsAny(base, "ый", "ий", "ой"):
		out &^= Reading{Case: Accusative}.set()
	}
	return out
}

var notAdjectives = setOf("данные систему подсистему экосистему проблему схему более менее далее ранее позднее также скорее прочее итого всего него нее чего кого своего")

// substantive reports whether an adjective stands for a noun: «служащих».
func substantive(form string) bool {
	for _, stem := range []string{"служащ", "учащ", "обучающ", "трудящ", "верующ", "заведующ", "обвиняем", "подсудим", "потерпевш", "осужденн", "рабочи"} {
		if i := strings.Index(form, stem); i >= 0 && utf8.RuneCountInString(form[i+len(stem):]) <= 3 {
			return true
		}
	}
	return false
}

// active reports whether a word is a participle that can have an object.
func active(form string) bool {
	if !endsAny(stemOf(form), "ющ", "ящ", "ущ", "ащ", "вш") {
		return false
	}
	for _, known := range likeAdjectives {
		if strings.HasPrefix(form, known) {
			return false
		}
	}
	return true
}

// likeAdjectives are participles that rather tell of what kind a noun is.
var likeAdjectives = strings.Fields(`управляющ обслуживающ эксплуатирующ действующ существующ следующ соответствующ настоящ проживающ
	вышестоящ нижестоящ руководящ контролирующ саморегулир ресурсоснабж общ текущ будущ предыдущ ведущ принимающ направляющ проверяющ
	лучш высш низш бывш вновь надлежащ регистрирующ лицензирующ исполняющ образующ участвующ посылающ обучающ кредитующ страхующ`)

// adjectiveStem reports whether what stands before an ending of adjectives is
// one's stem: «стороной» and «решение» end so too.
func adjectiveStem(stem, end string) bool {
	switch end {
	case "ий":
		return endsIn(stem, "кгхжшщч") || softPlural[stem]
	case "ие":
		if !endsIn(stem, "кгхжшщч") && !softPlural[stem] || nouns().find(stem+end) != nil {
			return false
		}
	case "ой", "ою", "ей", "ею", "ую", "ом", "ем", "ая", "ое", "ее":
		if nouns()[stem+"а"] != nil || nouns()[stem+"я"] != nil || nouns()[stem] != nil || nouns()[stem+"ь"] != nil || nouns()[stem+"о"] != nil {
			return false
		}
		return pronominal[stem] || endsAny(stem, "н", "ск", "цк", "щ", "вш", "ов", "ев", "ем", "им", "ом", "ат", "ят", "ыт", "ит", "ут", "ост", "об", "ш", "тк", "зк", "г", "х", "ж", "ист")
	}
	return true
}

var softPlural = setOf("средн внешн внутренн последн прежн ранн поздн летн верхн нижн крайн соседн домашн совершеннолетн несовершеннолетн малолетн")

var pronominal = setOf("эт друг ин люб так как каждо сво наш ваш данн указанн")

// An ending is what an adjective that ends so can be.
type ending struct {
	end string
	of  []struct {
		gender gender
		c      Case
	}
}

// modifiers are the endings, the longer first.
var modifiers = func() (out []ending) {
	for _, line := range []string{
		"ыми pi", "ими pi", "ого mg ma ng", "его mg ma ng", "ому md nd", "ему md nd",
		"ый mn ma", "ий mn ma", "ой mn ma fg fd fi fp", "ей fg fd fi fp", "ою fi", "ею fi",
		"ым mi ni pd", "им mi ni pd", "ом mp np", "ем mp np", "ая fn", "яя fn", "ую fa", "юю fa",
		"ое nn na", "ее nn na", "ые pn pa", "ие pn pa", "ых pg pp pa", "их pg pp pa", "ех pg pp pa",
	} {
		fields := strings.Fields(line)
		e := ending{end: fields[0]}
		for _, f := range fields[1:] {
			e.of = append(e.of, struct {
				gender gender
				c      Case
			}{gender(strings.IndexByte("mfnp", f[0])), Case(strings.IndexByte("ngdaip", f[1]))})
		}
		out = append(out, e)
	}
	return out
}()
