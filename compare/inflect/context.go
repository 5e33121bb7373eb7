package inflect

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"svod/corpus/words"
)

// narrow leaves out the readings that what stands around a phrase forbids. It
// looks at agreeing words and a preposition before it, at a noun before that
// has the genitive beside it, and at a verb behind that makes it the subject.
// Where these tell nothing, all readings stay.
func (p phrase) narrow(text string, t []words.Word, lo, hi int, rs readings) readings {
	k := lo - 1
	near := func(i int) bool { return i >= 0 && gapOf(text[t[i].Hi:t[i+1].Lo]) == " " }
	for near(k) {
		form := t[k].Form
		if isPreposition(form) {
			rs = rs.only(governs[form]...)
			if form == "по" { // «по завершении», «по пятое число» are rare
				rs = rs.only(Dative)
			}
			return rs
		}
		if m := p.modifier(form); m&rs != 0 {
			rs &= m
			k--
			continue
		}
		// «физических и [юридических лиц]»
		if isConjunction(form) && near(k-1) && p.modifier(t[k-1].Form)&rs != 0 && isPair(t[k-1].Form, t[lo].Form) {
			k--
			continue
		}
		if !isAdverb(form) {
			break
		}
		k--
	}
	switch {
	case near(k) && !isConjunction(t[k].Form):
		if !p.preposed(t, k, rs) {
			rs = rs.not(Prepositional)
		}
		switch {
		case genitiveAfter()[t[k].Stem] && !p.participle(t, k, rs) && !given(text, t, k):
			return rs.only(Genitive)
		case objectAfter(t, k):
			return rs.not(Nominative)
		case nounLike(t[k].Form):
			rs = rs.notBoth() // «прав [граждан]»: a verb or a preposition would have the accusative
		}
	case p.opens(text, t, k+1):
		rs = rs.not(Prepositional)
	}
	if k >= 0 && strings.HasSuffix(gapOf(text[t[k].Hi:t[k+1].Lo]), " - ") {
		rs = rs.not(Accusative) // «пашня – земельный участок»
	}
	return p.subject(text, t, k, hi, rs)
}

// isPair reports whether two adjectives end alike.
func isPair(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeLastRuneInString(b)
	return x == y
}

// participle reports whether the noun before belongs to a participle of the
// phrase: «[созданные этими органами] организации».
func (p phrase) participle(t []words.Word, k int, rs readings) bool {
	for i := k - 1; i >= 0 && i > k-6; i-- {
		if isParticiple(t[i].Form) && p.modifier(t[i].Form)&rs&^inCase(Genitive) != 0 {
			return true
		}
	}
	return false
}

// given reports whether something is given to somebody before the word: «передача
// жилого помещения [организации]» has the dative.
func given(text string, t []words.Word, k int) bool {
	for i := k; i >= 0 && i > k-8; i-- {
		for _, stem := range giving {
			if strings.HasPrefix(t[i].Form, stem) {
				return true
			}
		}
		if strings.ContainsAny(text[t[i].Lo:t[min(i+1, len(t)-1)].Lo], ".;:\n") && i < k {
			return false
		}
	}
	return false
}

var giving = strings.Fields(`переда предостав выда направл направи сообщ возвра вруч перечисл выплат выплач предлож продаж прода
	уступ дарен подар помощ содейств назнач присв принадлеж представл оказ отказ разреш доступ ущерб вред убытк возмещ компенс
	уведом извещ поруч адрес рассыл доставл отправл подчин подотчет подконтрол соответств предъяв возлаг возлож дове`)

// nounLike reports whether a word is surely a noun by its ending.
func nounLike(form string) bool {
	if utf8.RuneCountInString(form) < 6 {
		return false
	}
	return genitiveAfterOrDative(form) || endsAny(form, "ание", "ания", "анию", "анием", "аний", "ение", "ения", "ению", "ением", "ений",
		"ция", "ции", "цию", "цией", "ций", "ость", "ости", "остью", "остей", "ство", "ства", "ству", "ством", "ателей", "ителей", "ателя", "ителя", "ателем", "ителем")
}

func genitiveAfterOrDative(form string) bool { return genitiveAfter()[words.Stem(form, "ru")] }

// opens reports whether a sentence begins with a word. An item of a list, which
// begins with a small letter, goes on with the sentence that leads it in.
func (p phrase) opens(text string, t []words.Word, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[t[i].Lo:])
	if !unicode.IsUpper(r) {
		return false
	}
	if i == 0 {
		return true
	}
	return strings.ContainsAny(text[t[i-1].Hi:t[i].Lo], ".\n")
}

// modifier is what a word can be in agreement with the phrase: «данной», «иных».
// It is 0 for what is no adjective.
func (p phrase) modifier(form string) readings {
	base := strings.TrimSuffix(form, "ся")
	if utf8.RuneCountInString(base) < 4 || notAdjectives[form] {
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

var notAdjectives = setOf("более менее далее ранее позднее также скорее прочее итого всего него нее чего кого своего")

// adjectiveStem reports whether what stands before an ending of adjectives is
// one's stem: «стороной» and «решение» end so too.
func adjectiveStem(stem, end string) bool {
	switch end {
	case "ие":
		if !endsIn(stem, "кгхжшщч") && !softPlural[stem] || nouns().find(stem+end) != nil {
			return false
		}
	case "ой", "ою", "ей", "ею", "ую", "ом", "ем", "ая", "ое", "ее":
		if nouns()[stem+"а"] != nil || nouns()[stem+"я"] != nil || nouns()[stem] != nil || nouns()[stem+"ь"] != nil || nouns()[stem+"о"] != nil {
			return false
		}
		return pronominal[stem] || endsAny(stem, "н", "ск", "цк", "щ", "вш", "ов", "ев", "ем", "им", "ом", "т", "ш", "к", "г", "х", "ж")
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
		"ое nn na", "ее nn na", "ые pn pa", "ие pn pa", "ых pg pp pa", "их pg pp pa",
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

// preposed reports whether a preposition may reach the phrase over words that
// belong to a participle between: «в [созданной государством] организации».
func (p phrase) preposed(t []words.Word, k int, rs readings) bool {
	for i := k; i > 0 && i > k-8; i-- {
		if m := p.modifier(t[i].Form) & rs & inCase(Prepositional); m != 0 && isPreposition(t[i-1].Form) {
			return true
		}
	}
	return false
}

// genitiveAfter are the stems of nouns beside which another noun is in the
// genitive and never in the dative.
var genitiveAfter = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`
		деятельность руководитель член работник сотрудник служащий устав имущество собственность филиал представитель
		представительство учредитель участник должность наименование название адрес счет реестр территория
		граница функция компетенция вид форма категория состав структура число количество статус ликвидация
		реорганизация глава заместитель председатель аппарат орган департамент управление министр
		депутат кандидат собрание заседание съезд печать бланк баланс бюджет отношение имя сторона
		пользование владение ведение подчинение система сфера цель порядок срок размер сумма стоимость доля часть
		секретарь президент лидер избрание назначение освобождение формирование образование
		период день год начало конец окончание результат течение основание рамка случай место нахождение
		персонал решение документ акт приказ правила регламент договор работа право обязанность интерес мнение
		особенность заключение протокол вопрос учет охрана использование утверждение проверка контроль подписание
		лишение приостановление прекращение отзыв изъятие аннулирование переоформление копия перечень список
		реализация исполнение выполнение изменение разработка содержание стандарт оценка анализ защита
		группа категория круг доход расход прибыль капитал актив фонд архив офис сайт интернет-ресурс резерв счет
		расчет продажа приобретение покупка площадь участок хозяйство помещение здание сотрудничество эффективность
		потребность возможность готовность подготовка номер дата образец ответственность репутация безопасность
		жизнь здоровье свобода имущество благо достоинство квалификация знание труд жилище местоположение
		персонал подразделение владелец собственник резидент кредитор должник правопреемник`) {
		out[words.Stem(w, "ru")] = true
	}
	return out
})

// objectAfter reports whether the word before can only have an object: an
// infinitive or a gerund, as «уведомить», «уведомив».
func objectAfter(t []words.Word, k int) bool {
	form := t[k].Form
	if utf8.RuneCountInString(form) < 6 || nouns().find(form) != nil {
		return false
	}
	switch {
	case endsAny(form, "сть", "знь", "ться", "чь"):
		return false
	case endsAny(form, "ать", "ить", "еть", "ять", "уть", "ыть"):
		// «может утвердить уполномоченный орган» has the subject behind it.
		for i := k - 1; i >= 0 && i > k-4; i-- {
			if modal[t[i].Form] {
				return false
			}
		}
		return true
	case endsAny(form, "ив", "ав"):
		return true
	}
	return false
}

var modal = setOf("может могут вправе должен должны должна обязан обязаны обязана должно")

// subject leaves out the accusative where the phrase must be the subject of a
// verb behind it. k is the last word before the phrase and what agrees with it.
func (p phrase) subject(text string, t []words.Word, k, hi int, rs readings) readings {
	starts := p.opens(text, t, k+1)
	begins := starts || k >= 0 && (strings.Contains(text[t[k].Hi:t[k+1].Lo], ",") || begin[t[k].Form])
	if !begins && (k < 0 || isConjunction(t[k].Form)) {
		return rs
	}
	i, sg, pl := p.predicate(text, t, hi, starts)
	if i < 0 {
		return rs
	}
	form := t[i].Form
	near := i == hi || i == hi+1 && t[hi].Form == "не"
	for _, isPlural := range []bool{false, true} {
		nominative, accusative := Reading{Case: Nominative, Plural: isPlural}.set(), Reading{Case: Accusative, Plural: isPlural}.set()
		if rs&nominative == 0 || isPlural && !pl || !isPlural && !sg {
			continue
		}
		switch {
		case near && (predicates[form] || strings.HasSuffix(form, "ся")):
			rs &^= accusative
		case begins && p.acts && !turned(form):
			rs &^= accusative
		}
		if starts && isPlural && rs&(nominative>>cases) == 0 && p.acts && !turned(form) {
			return nominative // «Организации вправе …» is no genitive
		}
	}
	return rs
}

// begin are words that a clause begins with.
var begin = setOf("если когда что чтобы который которые которая которое которых которым которой которого")

// predicate finds the verb behind a phrase, next to it or, at the beginning of
// a sentence, in the same clause.
func (p phrase) predicate(text string, t []words.Word, hi int, starts bool) (i int, sg, pl bool) {
	reach := 2
	if starts && p.acts {
		reach = 14
	}
	for i = hi; i < len(t) && i < hi+reach && gapOf(text[t[i-1].Hi:t[i].Lo]) == " "; i++ {
		if sg, pl = verb(t[i].Form); sg || pl {
			return i, sg, pl
		}
		if reach == 2 && t[i].Form != "не" {
			break
		}
	}
	return -1, false, false
}

// predicates are what is said of a subject.
var predicates = setOf(`вправе может могут должен должны должна должно обязан обязаны обязана обязано является являются
	несет несут имеет имеют`)

// verb reports whether a word is a verb of the third person, singular or
// plural, or what stands for one.
func verb(form string) (sg, pl bool) {
	switch form {
	case "вправе":
		return true, true
	case "должен", "обязан", "должна", "обязана", "должно", "обязано":
		return true, false
	case "должны", "обязаны":
		return false, true
	}
	if utf8.RuneCountInString(form) < 5 || nouns().find(form) != nil {
		return false, false
	}
	base := strings.TrimSuffix(form, "ся")
	if endsAny(base, "ет", "ит") {
		return true, false
	}
	if endsAny(base, "ют", "ут", "ят", "ат") {
		return false, true
	}
	return false, false
}

// turned reports whether a verb often has its object before it and its subject
// behind: «Комитет возглавляет председатель», or an object in the dative:
// «Организации предоставляют».
func turned(form string) bool {
	for _, stem := range []string{"возглавля", "представля", "избира", "назнача", "образу", "созда", "определя", "состав", "формиру",
		"наделя", "предоставля", "выда", "направля", "сообща", "переда", "выплачива", "учрежда"} {
		if strings.HasPrefix(form, stem) {
			return !strings.HasSuffix(form, "ся")
		}
	}
	return false
}
