package extract

import (
	"regexp"
	"strings"
)

// What frames an act on a page is left out: menus, the way to the page, share
// buttons, notices about cookies. Sites name such things more or less alike;
// whether a thing so named holds an act after all shows in its text, so a page
// where one does is read twice.

// A siteFrame is what a page says of an element that seems to frame the act.
type siteFrame struct {
	plain, linked int // bytes of its text outside and inside of links
	labels        int // «Статья 5», «1)» …
	most          bool
	named         bool // known by its class or name, not by its tag
}

// holdsAct tells that a frame holds an act: some sites put everything into a
// form, or a page into a window.
func (f *siteFrame) holdsAct() bool {
	return f.most || f.labels >= 3 || f.plain > 4000 && f.plain > 4*f.linked
}

// largest marks the frame with the most text, when what is in frames is most of
// the page.
func (p *page) largest() {
	var most *siteFrame
	for i := range p.framed {
		if f := &p.framed[i]; most == nil || f.plain > most.plain {
			most = f
		}
	}
	if most != nil && p.left > p.kept {
		most.most = true
	}
}

var actLabel = regexp.MustCompile(`^\s*((Статья|СТАТЬЯ|Глава|ГЛАВА|Раздел|РАЗДЕЛ|Пункт)\s+[0-9IVX]|[0-9][0-9-]*[-–](бап|тарау|бөлім)|[0-9]{1,3}(-[0-9]+)?[.)]\s)`)

func (f *siteFrame) count(s string, linked bool) {
	n := len(strings.TrimSpace(s))
	if linked {
		f.linked += n
		return
	}
	f.plain += n
	if actLabel.MatchString(s) {
		f.labels++
	}
}

var (
	// isFrame are elements that hold the site, not the act; inside of main and
	// article a header is the act's own.
	isFrame = nameSet(`nav header footer aside form`)
	isOwn   = nameSet(`main article`)
	// framing are roles, and words in the classes and names of elements, that
	// say the same wherever they stand.
	framingRole = nameSet(`navigation banner contentinfo search menu menubar complementary dialog alertdialog toolbar tablist`)
	framingWord = nameSet(`breadcrumb breadcrumbs crumbs pathway navbar navigation topmenu mainmenu leftmenu submenu sidemenu menu sidebar footer
		share sharing share2 share42 social socials socialbar addthis pluso cookie cookies related similar pagination pager
		toolbar popup modal advert adsbox reklama searchform subscribe subscription feedback noprint printbtn
		skiplink counters banner banners`)
	// actWord in the same name says that it is about the act: «document-footer».
	actWord = nameSet(`act akt doc document law text content article body main print printable`)
	// stateWord says how a page is laid out: «no-sidebar», «menu-open».
	stateWord = nameSet(`has with no without visible hidden open opened closed collapsed expanded active js fixed`)
	// framingClass are classes that say it as a whole.
	framingClass = nameSet(`no-print d-print-none hidden-print print-hide btn-print print-btn print-button skip-link page-nav`)
)

// isFraming tells whether an element frames the act.
func isFraming(tag string, attr map[string]string, own bool) bool {
	if framingRole[attr["role"]] || attr["aria-hidden"] == "true" && isBlock[tag] {
		return true
	}
	if isFrame[tag] {
		return !own && !isNote(attr)
	}
	if !isBlock[tag] || tag == "html" || tag == "body" || tag == "main" || tag == "article" {
		return false
	}
	for _, name := range []string{attr["class"], attr["id"]} {
		for class := range strings.FieldsSeq(strings.ToLower(name)) {
			framing, act := framingClass[class], false
			for word := range strings.FieldsFuncSeq(class, func(r rune) bool { return r == '-' || r == '_' }) {
				framing, act = framing || framingWord[word], act || actWord[word] || stateWord[word]
			}
			if framing && (!act || framingClass[class]) {
				return true
			}
		}
	}
	return false
}

// footnoteName is how pages name the places of their footnotes: Word, HTML from
// Markdown, Wikis.
var footnoteName = regexp.MustCompile(`^(_?(ftn|edn)|fn|footnote|endnote|cite_note)[-:_]?[0-9]+$`)

// isNote tells a footnote from other elements aside.
func isNote(attr map[string]string) bool {
	switch attr["role"] {
	case "doc-footnote", "doc-endnote", "doc-endnotes", "note":
		return true
	}
	if strings.Contains(attr["epub:type"], "note") || footnoteName.MatchString(attr["id"]) {
		return true
	}
	for class := range strings.FieldsSeq(strings.ToLower(attr["class"])) {
		switch class {
		case "footnote", "footnotes", "endnote", "endnotes", "note", "sidenote":
			return true
		}
	}
	return false
}

var (
	// siteLine are lines that sites put beside an act and that no act has.
	siteLine = regexp.MustCompile(`(?i)^(поделиться( (в|с|ссылкой).{0,40})?:?|версия для (печати|слабовидящих)|распечатать( (документ|страницу))?|` +
		`отправить на (печать|почту|e-?mail)|(количество )?просмотров:? ?[0-9 ]+|скачать( (документ|файл|в [a-z]+|word|pdf|docx?))*|` +
		`добавить в избранное|сохранить в избранное|нашли ошибку\?.{0,80}|(вернуться )?(наверх|к началу страницы)|` +
		`бөлісу|басып шығару|басып шығару нұсқасы|жүктеу|жоғары)$`)
	// siteLink are lines that sites put there as links.
	siteLink = regexp.MustCompile(`(?i)^(главная( страница)?|басты бет|вход|войти|кіру|регистрация|тіркелу|печать|назад|вперёд|вперед|вверх|жоғарыға|контакты|карта сайта|помощь|обратная связь|` +
		`подписаться|подробнее|далее|следующий документ|предыдущий документ|к списку( документов)?|закладки|оглавление|содержание|сравнить редакции|история документа|рус(ский)?|қаз(ақша)?|eng(lish)?|кыргызча)$`)
	// wayLine is the way to a page: «Главная › Законы › Закон о советах».
	wayLine = regexp.MustCompile(`(?i)^(главная( страница)?|басты бет|home|башкы бет)\s*[/\\|›»>→·•—-]`)
)

// isSite tells a line of the site by its words, and by how much of it is links.
func isSite(text string, letters, linked int) bool {
	if len(text) > 250 {
		return false
	}
	return siteLine.MatchString(text) || linked == letters && siteLink.MatchString(text) || linked*2 >= letters && wayLine.MatchString(text)
}
