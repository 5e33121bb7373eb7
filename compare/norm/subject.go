package norm

import (
	"slices"
	"strings"
)

// Subjects returns the actors that a modal word speaks of, by the sentence's
// grammatical subject: «член общественного совета». Actors are named in the
// singular. None is named when the subject is not an actor, as in «устав должен
// предусматривать», or is not sure.
func (s *Text) Subjects(m Modal) []string {
	if s.lang == "kk" {
		return nil
	}
	lo := m.first
	for lo > 0 && !s.ended(lo) {
		lo--
	}
	// The part of the sentence that the modal word stands in, then the parts
	// before: «Обладатели информации, указанные в статье 8, обязаны».
	hi := m.first
	for own := !s.parted(m.first); hi > lo; own = false {
		from := hi - 1
		for from > lo && !s.parted(from) {
			from--
		}
		if names := s.nominatives(from, hi, own, m); names != nil {
			return names
		}
		switch {
		case own && conditional[s.form(from)]:
			return nil
		case own && relative[s.form(from)]: // «лица, которые могут»: whoever stands right before
			to := from
			for from--; from > lo && !s.parted(from); from-- {
			}
			if p, ok := s.last(from, to); !ok || p.to != to {
				return nil
			}
			return s.nominatives(from, to, false, m)
		}
		hi = from
	}
	return s.behind(m)
}

var relative = set("который которая которое которые")

// last returns the last actor of a part of a sentence.
func (s *Text) last(from, to int) (phrase, bool) {
	for i := to - 1; i >= from; i-- {
		if p, ok := s.phrase(i, nominative); ok {
			return p, true
		}
	}
	return phrase{}, false
}

// Lead returns the actors that a lead-in without a modal word begins with:
// «Уполномоченный орган:».
func (s *Text) Lead() []string {
	if s.lang == "kk" {
		return nil
	}
	for i := range s.words {
		if i > 0 && s.parted(i) {
			break
		}
		if p, ok := s.phrase(i, nominative); ok && p.from == 0 {
			return s.joined(p, len(s.words))
		}
	}
	return nil
}

// nominatives returns the first actors of a part of a sentence that are surely
// its subject.
func (s *Text) nominatives(from, to int, own bool, m Modal) []string {
	start := from
	for ; start < to; start++ {
		if w := s.form(start); w != "а" && w != "и" && w != "но" && w != "то" && w != "также" && w != "при" && w != "этом" {
			break
		}
	}
	if conditional[s.form(start)] || oblique[s.form(start)] || s.bracketed(start) {
		return nil
	}
	for i := start; i < to; i++ {
		p, ok := s.phrase(i, nominative)
		if !ok || p.to > to {
			continue
		}
		if (m.Kind == Forbidden || m.Kind == NotAllowed) && !p.person {
			continue // «учреждение судов не допускается»: what is done, not who
		}
		switch {
		case p.from == start:
		case !own: // an earlier part must begin with it
			continue
		case !s.free(p):
			continue
		}
		names := s.joined(p, to)
		if p.from == from && own {
			names = append(s.list(from), names...)
		}
		switch many, known := s.number(m); {
		case known && many && !p.many && len(names) == 1 && s.form(p.to) != "и":
			continue
		case known && !many && p.many:
			continue
		}
		return names
	}
	return nil
}

// bracketed reports whether a word stands in brackets: «в ассоциацию (союз)».
func (s *Text) bracketed(i int) bool {
	if i >= len(s.words) {
		return false
	}
	before := s.text[:s.words[i].Lo]
	return strings.LastIndexByte(before, '(') > strings.LastIndexByte(before, ')')
}

// list returns the actors that stand alone between commas before a word:
// «руководители органов, аким обязаны».
func (s *Text) list(from int) []string {
	var names []string
	for to := from; to > 0 && !s.ended(to); {
		lo := to - 1
		for lo > 0 && !s.parted(lo) {
			lo--
		}
		i := lo
		for ; i < to; i++ {
			if p, ok := s.phrase(i, nominative); ok && p.from == lo && p.to == to {
				names = append([]string{p.name}, names...)
				break
			}
		}
		if i == to {
			break
		}
		to = lo
	}
	return names
}

// free reports whether an actor in the middle of a sentence is in the
// nominative for sure.
func (s *Text) free(p phrase) bool {
	before := s.form(p.from - 1)
	if prepositions[before] || hasSuffix(before, "ет", "ют", "ит", "ят", "ут", "ть", "ется", "ются") {
		return false
	}
	if p.bare {
		return p.person && (p.many || p.gender == 'm')
	}
	return true
}

var prepositions = set("в во на по при для до от из за с со к ко о об у под над без после через между согласно")

// number reports whether a modal word is in the plural.
func (s *Text) number(m Modal) (many, known bool) {
	for i := m.first; i <= m.last; i++ {
		switch s.form(i) {
		case "обязаны", "должны", "могут", "имеют", "подлежат", "допускаются":
			return true, true
		case "обязан", "обязана", "обязано", "должен", "должна", "должно", "может", "имеет", "подлежит":
			return false, true
		}
	}
	return false, false
}

// joined adds the actors that «и», «или» or a comma joins to one.
func (s *Text) joined(p phrase, to int) []string {
	names := []string{p.name}
	for at := p.to; at < to; {
		w := s.form(at)
		next := at
		switch {
		case w == "и" || w == "или" || w == "либо":
			next++
			if s.form(next) == "или" { // и (или)
				next++
			}
		case s.parted(at):
		default:
			return names
		}
		found := false
		if whose[s.form(next)] { // «совет и его члены»
			if q, ok := s.phrase(next+1, nominative); ok && q.from == next+1 && q.to <= to {
				q.name += " " + p.of
				names = append(names, q.name)
				at, found = q.to, true
			}
		}
		for i := next; !found && i < min(to, next+4); i++ {
			if q, ok := s.phrase(i, nominative); ok && q.from == next {
				if !slices.Contains(names, q.name) {
					names = append(names, q.name)
				}
				at, found = q.to, true
				break
			}
		}
		if !found {
			return names
		}
	}
	return names
}

var whose = set("его ее их")

// behind returns a person who stands behind the verb: «могут участвовать
// депутаты Парламента».
func (s *Text) behind(m Modal) []string {
	if m.Kind == Forbidden || m.Kind == NotAllowed {
		return nil
	}
	verb := m.last + 1
	if s.parted(verb) || !hasSuffix(s.form(verb), "ть", "ться") {
		return nil
	}
	for i := verb + 1; i < min(len(s.words), verb+6) && !s.parted(i); i++ {
		p, ok := s.phrase(i, nominative)
		if !ok {
			continue
		}
		if p.from != verb+1 || !p.person && s.form(verb) != "быть" {
			return nil
		}
		if many, known := s.number(m); known && many != p.many {
			return nil
		}
		return []string{p.name}
	}
	return nil
}

// Agents returns the actors by whom something is done: «утверждается
// уполномоченным органом».
func (s *Text) Agents() []string {
	if s.lang == "kk" {
		return nil
	}
	var names []string
	for i := range s.words {
		p, ok := s.phrase(i, instrumental)
		if !ok || s.parted(p.from) && p.from > 0 {
			continue
		}
		before := s.form(p.from - 1)
		passive := hasSuffix(before, "ется", "ются", "ится", "ятся", "ен", "ена", "ено", "ены", "ан", "ана", "ано", "аны",
			"емый", "емая", "емое", "емые", "емом", "емой", "емых", "емыми", "емым", "имый", "имом", "имых", "имыми",
			"нный", "нная", "нное", "нные", "нных", "нным", "нными", "нном", "нной", "тый", "тые", "тых", "тым", "том", "той")
		if passive && !slices.Contains(names, p.name) {
			names = append(names, p.name)
		}
	}
	return names
}
