package inflect

import (
	"slices"
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
	gap := func(i int) string { return gapOf(text[t[i].Hi:t[i+1].Lo]) }
	near := func(i int) bool { return i >= 0 && gap(i) == " " }
	for near(k) {
		form := t[k].Form
		if isPreposition(form) {
			return p.governed(form, rs)
		}
		m := p.modifier(form)
		postposed := k > 0 && strings.Contains(gap(k-1), ",") && isParticiple(form)
		switch {
		case postposed:
			// «убытки, причиненные [организации]»: it belongs to what is before.
		case m&rs != 0:
			rs &= m
			k--
			continue
		case isConjunction(form) && near(k-1) && p.modifier(t[k-1].Form)&rs != 0 && isPair(t[k-1].Form, t[lo].Form):
			k-- // «физических и [юридических лиц]»
			continue
		case passed[form], isAdverb(form) && (k < lo-1 || len(p.slots) > 1):
			k--
			continue
		}
		break
	}
	switch {
	case near(k) && !isConjunction(t[k].Form) && !including(t, k):
		if !p.preposed(t, k) {
			rs = rs.not(Prepositional)
		}
		switch {
		case genitiveAfter()[t[k].Form] && !p.participle(t, k, rs) && !given(text, t, k):
			return rs.only(Genitive)
		case objectAfter(t, k):
			return rs.not(Nominative)
		case nounLike(t[k].Form):
			rs = rs.notBoth() // «прав [граждан]»: a verb or a preposition would have the accusative
		}
	case p.opens(text, t, k+1):
		rs = rs.not(Prepositional)
	}
	if k >= 0 && strings.HasSuffix(gap(k), " - ") {
		rs = rs.not(Accusative) // «пашня – земельный участок»
	}
	return p.subject(text, t, k, hi, rs)
}

// governed keeps the cases of a preposition.
func (p phrase) governed(preposition string, rs readings) readings {
	of := governs[preposition]
	switch preposition {
	case "по": // «по завершении», «по пятое число» are rare
		return rs.only(of...).only(Dative)
	case "в", "во":
		// «принять в [члены]» has the nominative, of persons in the plural.
		if people := (Reading{Case: Nominative, Plural: true}).set(); p.life != thing && rs&people != 0 {
			return rs.only(of...) | people
		}
	}
	return rs.only(of...)
}

// passed are words that may stand between a preposition and its noun and say
// nothing of the case.
var passed = setOf("его ее их двух трех четырех пяти шести семи восьми девяти десяти обоих обеих")

// including reports whether «в том числе» ends with a word.
func including(t []words.Word, k int) bool {
	return t[k].Form == "числе" && k > 0 && t[k-1].Form == "том"
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
	for i := k - 1; i >= 0 && i > k-14; i-- {
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
	return genitiveAfter()[form] || endsAny(form, "ание", "ания", "анию", "анием", "аний", "ение", "ения", "ению", "ением", "ений",
		"ция", "ции", "цию", "цией", "ций", "ость", "ости", "остью", "остей", "ство", "ства", "ству", "ством", "ателей", "ителей", "ателя", "ителя", "ателем", "ителем")
}

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
	stem := form[:len(form)-4]
	if strings.HasSuffix(form, "его") || strings.HasSuffix(form, "ему") || strings.HasSuffix(form, "ими") {
		stem = form[:len(form)-6]
	}
	if !endsAny(stem, "ющ", "ящ", "ущ", "ащ", "вш") {
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

// preposed reports whether a preposition may reach the phrase over words that
// belong to a participle between: «в [созданной государством] организации», or
// over another adjective: «в трудовом, коллективном [договорах]».
func (p phrase) preposed(t []words.Word, k int) bool {
	for i := k; i > 0 && i > k-16; i-- {
		if slices.Contains(governs[t[i-1].Form], Prepositional) && endsAny(strings.TrimSuffix(t[i].Form, "ся"), "ом", "ем", "ой", "ей", "ых", "их") {
			return true
		}
	}
	return false
}

// genitiveAfter are the forms of nouns beside which another noun is in the
// genitive and never in the dative.
var genitiveAfter = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`
		деятельность руководитель член работник сотрудник устав имущество собственность филиал представитель
		представительство учредитель участник должность наименование название адрес счет реестр территория
		граница функция компетенция вид форма категория состав структура число количество статус ликвидация
		реорганизация глава заместитель председатель аппарат орган департамент управление министр
		депутат кандидат собрание заседание съезд печать бланк баланс бюджет отношение имя сторона
		пользование владение ведение подчинение система сфера цель порядок срок размер сумма стоимость доля часть
		секретарь президент лидер избрание назначение освобождение формирование образование
		период день год начало конец окончание результат течение основание рамка место нахождение
		персонал решение документ акт приказ правила регламент договор работа право обязанность интерес мнение
		особенность заключение протокол вопрос учет охрана использование утверждение проверка контроль подписание
		лишение приостановление прекращение отзыв изъятие аннулирование переоформление копия перечень список
		реализация исполнение выполнение изменение разработка содержание стандарт оценка анализ защита
		группа категория круг доход расход прибыль капитал актив фонд архив офис сайт резерв счет
		расчет продажа приобретение покупка площадь участок хозяйство помещение здание сотрудничество эффективность
		потребность возможность готовность подготовка номер дата образец ответственность репутация безопасность
		жизнь здоровье свобода имущество благо достоинство квалификация знание труд жилище местоположение
		персонал подразделение владелец собственник резидент кредитор должник правопреемник`) {
		if c := nounsOf(w); len(c) > 0 {
			for i := range c[0].noun.forms {
				for _, f := range c[0].noun.forms[i] {
					out[words.Fold(f.form)] = true
				}
			}
		}
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
