package content

import (
	"slices"
	"strings"

	"svod/corpus/lazy"
)

// How Kazakh acts refer to others: the act or the body stands first.
var (
	// «уәкілетті орган айқындайтын тәртіппен», «Үкімет бекіткен қағидаларға сәйкес»
	kkByBody = lazy.New(`(?i)((?:[\p{L}-]+\s+){0,6}?(?:орган|органдар|органы|органдары|үкіметі|президенті|министрлігі|министрі|мәслихат|мәслихаты|әкім|әкімі|әкімдік))\s+(?:айқындаған|айқындайтын|белгілеген|белгілейтін|бекіткен|бекітетін)\s+((?:[\p{L}-]+\s+){0,5}?(?:тәртіп|қағида|ереже|тізбе|нысан|стандарт|әдістеме|талап)\p{L}*)`)
	// «заңнамасында белгіленген тәртіппен», «Заңында көзделген»
	kkByAct = lazy.New(`(?i)(?:^|[\s,(])((?:\p{L}[\p{L}-]*\s+){0,9}?(?:заңнама|заң|кодекс|қағида|ереже|жарғы|акт)\p{L}*(?:нда|нде|да|де|мен|мен|лерде|ларда|лерінде|ларында))\s+(?:белгіленген|көзделген|айқындалған|айқындалады|белгіленеді|реттеледі)`)
	// «заңнамасына сәйкес»
	kkAccord = lazy.New(`(?i)(?:^|[\s,(])((?:\p{L}[\p{L}-]*\s+){0,9}?(?:заңнама|заң|кодекс|қағида|ереже|жарғы|акт)\p{L}*(?:на|не|ға|ге|ына|іне|ларына|леріне|лерге|ларға))\s+сәйкес`)
	// «қағидаларды бекітеді»
	kkApproving = lazy.New(`(?i)((?:[\p{L}-]+\s+){0,12}?(?:қағида|ереже|тізбе|нысан|стандарт|әдістеме|тәртіп|тәртіб)\p{L}*(?:ды|ді|ты|ті|ны|ні|н|ын|ін))\s+(?:әзірлейді\s+және\s+)?(?:бекітеді|айқындайды|белгілейді)`)
	kkItself    = lazy.New(`(?i)(?:^|\s)осы\s`)
)

// kazakhReferrals finds the references of a Kazakh text.
func kazakhReferrals(s, lead string) []referral {
	var rs []referral
	for _, m := range kkByBody.FindAllStringSubmatchIndex(s, -1) {
		rs = append(rs, referral{m[0], m[1], lastWords(s[m[2]:m[3]], 3), kazakhNominative(s[m[4]:m[5]])})
	}
	for _, re := range []*lazy.Regexp{kkByAct, kkAccord} {
		for _, m := range re.FindAllStringSubmatchIndex(s, -1) {
			act := s[m[2]:m[3]]
			if slices.ContainsFunc(rs, func(r referral) bool { return m[0] < r.hi && r.lo < m[1] }) || kkItself.MatchString(tail(s[:m[2]], 30)) {
				continue // found with its maker, or a place of this act
			}
			if i := kkItself.FindStringIndex(act); i != nil {
				// «осы Заңда және өзге де актілерде»: what stands behind.
				if _, after, ok := strings.Cut(act, " және "); ok && !kkItself.MatchString(after) {
					act = after
				} else {
					continue
				}
			}
			rs = append(rs, referral{m[0], m[1], "", kazakhNominative(lastWords(act, 4))})
		}
	}
	for _, m := range kkApproving.FindAllStringSubmatchIndex(s, -1) {
		if !kkItself.MatchString(s[m[2]:m[3]]) && !strings.Contains(strings.ToLower(s[:m[2]]), "осы заң") {
			rs = append(rs, referral{m[0], m[1], lead, kazakhNominative(s[m[2]:m[3]])})
		}
	}
	return rs
}

// kkRepublic begins the full name of an act.
const kkRepublic = "Қазақстан Республикасының"

// lastWords is the end of a name: from the name of the republic, else a few
// words.
func lastWords(s string, n int) string {
	if i := strings.LastIndex(s, kkRepublic); i >= 0 {
		return strings.TrimSpace(s[i:])
	}
	ws := strings.Fields(s)
	return strings.Join(ws[max(0, len(ws)-n):], " ")
}

// Case endings, behind a possessive and otherwise.
var (
	kkPossessed = lazy.New(`([ыі])(?:нда|нде|на|не|н)$`)
	kkCase      = lazy.New(`(?:ның|нің|дың|дің|тың|тің|пен|мен|бен|ға|ге|қа|ке|да|де|та|те|ды|ді|ты|ті|ны|ні)$`)
)

// kazakhNominative takes the case ending off the last word.
func kazakhNominative(s string) string {
	s = strings.TrimSpace(s)
	if kkPossessed.MatchString(s) {
		return kkPossessed.ReplaceAllString(s, "$1")
	}
	return kkCase.ReplaceAllString(s, "")
}
