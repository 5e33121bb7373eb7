package words

import (
	"bufio"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/kljensen/snowball/russian"
)

func TestSplit(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"Не допускается!", "0 не|1 допускается"},
		{"социально-правовая помощь", "0 социально-правовая|0.1 социально|0.2 правовая|1 помощь"},
		{"Закон №123-ФЗ", "0 закон|1 123-фз|1.1 123|1.2 фз"},
		{"статья 5-1, 15-24", "0 статья|1 5-1|2 15-24|2.1 15|2.2 24"},
		{"за 2015-2018", "0 за|1 2015-2018|1.1 2015|1.2 2018"},
		{"пункты 5–7", "0 пункты|1 5|2 7"},
		{"5-1-баптың 2-тармағы", "0 5-1-баптың|0.1 5-1|0.2 баптың|1 2-тармағы|1.1 2|1.2 тармағы"},
		{"33 143,0 тыс. тенге", "0 33143.0|1 тыс|2 тенге"},
		{"1 000 000 и 12.5", "0 1000000|1 и|2 12.5"},
		{"12.05.2020 года", "0 12.05.2020|1 года"},
		{"2019 100", "0 2019|1 100"},
		{"в 100 2000", "0 в|1 100|2 2000"},
		{"статья 53¹", "0 статья|1 53.1"},
		{"Казахстан,уполномоченного", "0 казахстан|1 уполномоченного"},
		{"т.д. п.2", "0 т|1 д|2 п|3 2"},
		{"cовет CОВЕТ", "0 совет|1 совет"}, // Latin c, C
		{"глава ХIV и ХХ", "0 глава|1 xiv|2 и|3 хх"},
		{"TOO «Сад»", "0 too|0.1 тоо|1 сад"}, // Latin
		{"COBET ABD ООО", "0 cobet|0.1 совет|1 abd|2 ооо"},
		{"убийcтво Пактe Hалоговые расcледованных", "0 убийство|1 пакте|2 налоговые|3 расследованных"}, // Latin c, e, H, c
		{"Күмiс қоғам\u200bдық", "0 күміс|1 қоғамдық"},
		{"«лица;физические»", "0 лица|1 физические"},
		{"совета).Решение»", "0 совета|1 решение"},
		{"или)пользования паи]юридических", "0 или|1 пользования|2 паи|3 юридических"},
		{"совет\"а", "0 совет|1 а"},
		{"т.д., 12.5; 12,5 ст.5-1", "0 т|1 д|2 12.5|3 12.5|4 ст|5 5-1"},
		{"info@sovet.kz", "0 info|1 sovet|2 kz"},
		{"отчет\u00a0о\u202fсовете", "0 отчет|1 о|2 совете"},
		{"й и\u0306 Й И\u0306 ё Е\u0308", "0 й|1 й|2 й|3 й|4 е|5 е"},
		{"глава VІ, ІV, ХХI", "0 глава|1 vi|2 iv|3 xxi"},
		{"обще\u00adственный", "0 общественный"},
		{"мои\u0306 е\u0308ж", "0 мой|1 еж"},
		{"Отчёт\u00a0НКО", "0 отчет|1 нко"},
		{"- дефис -", "0 дефис"},
		{"кезiнде", "0 кезінде"}, // Latin i
		{"3-х ИП-IT", "0 3-х|0.1 3|0.2 х|1 ип-it|1.1 ип|1.2 it"},
	} {
		var got []string
		for _, w := range Split(tt.text, "ru") {
			p := strconv.Itoa(w.Pos)
			if w.Part > 0 {
				p += "." + strconv.Itoa(w.Part)
			}
			got = append(got, p+" "+w.Form)
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("Split(%q)\n got %s\nwant %s", tt.text, g, tt.want)
		}
	}
}

func TestOffsetsAreOfTheOriginal(t *testing.T) {
	text := "«О\u00adтчё\u00adт» 33\u00a0143,0 мои\u0306."
	var got []string
	for _, w := range Split(text, "ru") {
		got = append(got, text[w.Lo:w.Hi])
	}
	want := []string{"О\u00adтчё\u00adт", "33\u00a0143,0", "мои\u0306"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFoldText(t *testing.T) {
	const in, want = "«Отчёт» – „о”\u00a0НПО’с 53¹", "\"отчет\" - \"о\" нпо'с 53.1"
	if got := Fold(in); got != want {
		t.Errorf("Fold(%q) = %q, want %q", in, got, want)
	}
}

// meet holds words that must have one stem, apart those that must not.
func TestRussianStemsMeet(t *testing.T) {
	for _, group := range []string{
		"орган органа органу органом органе органы органов органам органами органах",
		"гражданин граждане граждан гражданами",
		"день дня дней дни дням", "участок участка участков", "порядок порядка порядке", "владелец владельца владельцев",
		"перечень перечня", "уровень уровня", "аким акима акимы акимов", "система систем системы", "режим режима",
		"кредит кредита", "состав состава", "устав устава уставом", "случай случая случаев", "проверка проверок",
		"земля земель", "публиковать публикует публикуют публикуется", "взаимодействовать взаимодействует взаимодействие", "опубликован опубликовать опубликует",
		"отчет отчёт отчеты отчётов", "печать печати",
		"мера мер мерами", "норма норм", "форма форм", "сумма сумм", "услуга услуг", "лицо лиц лица", "дело дел", "место мест", "средство средств",
		"охрана охране охраной", "защита защите", "забастовка забастовок", "деньги денег", "письмо писем", "число чисел", "имя имена имен имени",
		"сельчанин сельчане сельчан", "курултай курултая", "казахстан казахстане", "год года лет", "земля земель",
		"должен должна должны должный", "обязателен обязательна обязательный", "ответствен ответственный", "равен равны", "доступен доступный",
		"требовать требует требуют требуемый", "утвердить утвердит утвердил утвержден утверждено утвержденный утвердивший",
		"установить установлен установлены установленного", "отменить отменен отмененного отмена", "уплатить уплачен уплаченного уплата",
		"рассмотреть рассмотрит рассмотрен рассмотренный рассмотрение", "принять принят принято примет принятие", "внести внесет внесен внесены внесенных",
		"провести проведет провел проведена проведенного проведение", "открыть открыт открытый откроет", "возникнуть возник возникло возникший",
		"подлежать подлежит подлежат подлежащий", "состоять состоит состоящий", "находиться находится находящихся", "производить производимый производится",
		"создавать создает создаваемый создать создан", "следует следуют следовать", "быть был будет", "участвовать участвует участвовавший",
		"существовать существует существующий",
	} {
		forms := strings.Fields(group)
		for _, f := range forms[1:] {
			if a, b := Stem(Fold(forms[0]), "ru"), Stem(Fold(f), "ru"); a != b {
				t.Errorf("%s → %s, but %s → %s", forms[0], a, f, b)
			}
		}
	}
	for _, pair := range []string{"право правило", "права правила", "закон законный", "закон законность", "суд судья", "право правый",
		"орган организация", "правило правовой", "допускается допущен", "собственность собственный", "ответственность ответственный",
		"общественность общественный", "отчетность отчетный", "должность должен", "обязанность обязан", "цена ценный", "цель целый", "население населенного",
		"учреждение учредить", "помещение поместить", "исключить исключительный", "следующий следует", "статья стать", "устав установить",
		"состав составить", "измена изменить", "причина причинить", "мера мир", "часть частный", "часть часто", "член членство", "срок срочный",
		"общество общественный", "общество общий", "полный поле", "пол поле", "третий треть", "выбор выборы", "тоо то", "ооо оо", "инн иной", "партия партнер",
		"банк банкрот", "казна казнь", "суд судимость", "утвердить утверждать"} {
		a, b, _ := strings.Cut(pair, " ")
		if Stem(a, "ru") == Stem(b, "ru") {
			t.Errorf("%s and %s share the stem %s", a, b, Stem(a, "ru"))
		}
	}
}

func TestKazakhStemsMeet(t *testing.T) {
	for _, group := range []string{
		"кеңес кеңестер кеңестің кеңестерінің кеңесі кеңесіне кеңестерге кеңестермен кеңесінде кеңестердегі",
		"ұсыным ұсынымдары ұсынымдарының", "тармақ тармағы тармағының тармақта", "бап бабы баптың бабына бабында",
		"заң заңы заңға заңмен заңдары заңын", "қаулы қаулысы қаулының қаулылар", "республика республикасы республикасының",
		"орган органдар органдары органының", "басшы басшысы басшылар", "қызмет қызметі қызметінің", "мүше мүшелері мүшесі",
		"құқық құқығы құқықтарын", "тәртіп тәртібі тәртіппен", "комиссия комиссиясы комиссиялар", "азамат азаматтардың",
		"жұмыс жұмысы жұмыстар", "бірлестік бірлестігі бірлестіктердің", "тіл тілінде",
		"кеңес кеңестеріңіз кеңестеріңіздегілерге кеңесіміз кеңесіміздің кеңестегілер кеңесіндегі", "заң заңымыз заңыңыз",
		"республика республикасындағы республикамыз", "сала саласындағы салалар", "отырыс отырысы отырысында отырысын", "жиналыс жиналысы",
		"күн күні күнінен күндері", "орган органы органын", "мазмұн мазмұны", "шығын шығыны шығындар", "сан саны санын",
		"қазақстан қазақстанның қазақстанда", "халық халқы халқының халықтың", "орын орны орнына", "дін дінін діні",
		"тұлға тұлғалар тұлғаның", "төраға төрағасы төрағаның", "теңге теңгеге", "қағида қағидалары", "тендер тендердің", "апта аптада",
		"кітап кітабы кітаптар", "құқық құқығым құқығымыз", "азамат азаматпыз азаматтар", "ұйым ұйымын ұйымының", "құрам құрамын құрамы",
		"мәселе мәселені мәселелер", "қаулы қаулыны қаулысын", "басшы басшыны", "мемлекет мемлекеті мемлекетке", "жүйе жүйесі жүйеге",
		"қала қаланың қалада", "адам адамды адамға", "үкімет үкіметі үкіметке", "шешім шешімі шешімдер", "бөлім бөлімі",
	} {
		forms := strings.Fields(group)
		for _, f := range forms[1:] {
			if a, b := Stem(forms[0], "kk"), Stem(f, "kk"); a != b {
				t.Errorf("%s → %s, but %s → %s", forms[0], a, f, b)
			}
		}
	}
	// «заңды» is both the accusative of «заң» and «legal»: these stay one.
	for _, pair := range []string{"қоғам қоғамдық", "үшін үш", "жер жерлеу", "тұлға тұл", "пайда пай", "теңге тең", "шешім шеш", "бөлім бөл",
		"осы ос", "бар барысында", "күн кү", "ұйым ұй", "жұмыссыздар жұмыс", "мүше мүшелік"} {
		a, b, _ := strings.Cut(pair, " ")
		if Stem(a, "kk") == Stem(b, "kk") {
			t.Errorf("%s and %s share the stem %s", a, b, Stem(a, "kk"))
		}
	}
}

func TestExceptionsAreNeeded(t *testing.T) {
	needed := map[string]bool{} // by word and stem
	stems := map[string]string{}
	for e := range exceptionsIn(exceptionsText) {
		key := e.word + " → " + e.stem
		if e.of == nil {
			key = e.stem // a word with all its forms
		}
		for _, form := range e.forms() {
			if form != Fold(form) {
				t.Errorf("%q is not folded", form)
			}
			if s, ok := stems[form]; ok && s != e.stem {
				t.Errorf("%s has the stems %s and %s", form, s, e.stem)
			}
			stems[form] = e.stem
			needed[key] = needed[key] || russian.Stem(form, true) != e.stem
			if s, ok := excepted(form); !ok || s != e.stem {
				t.Errorf("%s: %s, want %s", form, s, e.stem)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(needed)) {
		if !needed[key] {
			t.Errorf("%s: Snowball says the same", key)
		}
	}
}

// The stemmer leaves words of two letters alone, and treats one adjective
// otherwise than the reference does.
var knownDifferences = strings.Fields("ай ау аи ее ей ею ой уа ую эа эй злейший")

func TestReferenceVocabulary(t *testing.T) {
	dir := filepath.Join(dataDir(t), "bench", "stemming")
	forms, stems := readLines(t, filepath.Join(dir, "voc.txt")), readLines(t, filepath.Join(dir, "output.txt"))
	tested := 0
	for i, form := range forms {
		stem, exception := excepted(form)
		if strings.Contains(form, "ё") || exception && stem != stems[i] || slices.Contains(knownDifferences, form) {
			continue
		}
		if _, ok := numberFirst(form); ok { // «десятидневный» has the stem of «10-дневный»
			continue
		}
		tested++
		if got := Stem(form, "ru"); got != stems[i] {
			t.Errorf("Stem(%s) = %s, want %s", form, got, stems[i])
		}
	}
	if tested < 48_000 {
		t.Errorf("only %d of %d words tested", tested, len(forms))
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"Общественные советы образуются на двух уровнях.":         "ru",
		"Аким города Нұр-Сұлтан утверждает состав рабочей группы": "ru",
		"Қоғамдық кеңестер екі деңгейде құрылады":                 "kk",
		"5-1-бап. Уәкілетті орган":                                "kk",
		"2-тарау":                           "kk",
		"туралы":                            "kk",
		"This Law defines the legal status": "en",
		"":                                  "ru",
		"2015":                              "ru",
		"Статья 5. Kazakhstan":              "ru",
		"Казахстан Республикасының кейбiр заңнамалық актілері": "kk",
	} {
		if got := Language(text); got != want {
			t.Errorf("Language(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestMemoIsBoundedAndSafe(t *testing.T) {
	tab := newTable(64)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 2000 {
				w := "слово" + strconv.Itoa((i+g)%500)
				if k := tab.get(w, russianLang); k.form != w {
					t.Errorf("form of %s is %s", w, k.form)
				}
			}
		}()
	}
	wg.Wait()
	n := 0
	for i := range tab.shards {
		n += tab.shards[i].n
	}
	if n > 64 {
		t.Errorf("%d words kept, limit 64", n)
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"Статья 5-1. Отчёт", "33 143,0", "мои\u0306", "cовет–XIV", "№123-ФЗ ¹²", "a\u0301", "К\u212a", "İ", "обще\u00ad", "\xff-\xfe", "1 000 0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []string{"ru", "kk", "en"} {
			end, pos := 0, -1
			for _, w := range Split(s, lang) {
				if w.Lo < 0 || w.Hi > len(s) || w.Lo >= w.Hi {
					t.Fatalf("%q: bad offsets %+v", s, w)
				}
				if utf8.ValidString(s) && !utf8.ValidString(s[w.Lo:w.Hi]) {
					t.Fatalf("%q: cut inside a character %+v", s, w)
				}
				if w.Part == 0 {
					if w.Lo < end || w.Pos != pos+1 {
						t.Fatalf("%q: out of order %+v", s, w)
					}
					end, pos = w.Hi, w.Pos
				} else if w.Pos != pos || w.Hi > end {
					t.Fatalf("%q: part outside its whole %+v", s, w)
				}
			}
		}
		if f := Fold(s); Fold(f) != f {
			t.Fatalf("Fold(%q) = %q, and again %q", s, f, Fold(f))
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("Рекомендации общественных советов являются обязательными для рассмотрения государственными органами, "+
		"субъектами квазигосударственного сектора, которые принимают предусмотренные законодательством решения. ", 50)
	n := 0
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var ws []Word
	for b.Loop() {
		ws = Append(ws[:0], text, "ru")
		n += len(ws)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkStem(b *testing.B) {
	forms := strings.Fields("рекомендации общественных советов являются обязательными рассмотрения государственными органами")
	i := 0
	for b.Loop() {
		Stem(forms[i%len(forms)], "ru")
		i++
	}
}

// dataDir finds the folder of real documents beside the repository.
func dataDir(t testing.TB) string {
	if dir := os.Getenv("SVOD_DATA"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if d := filepath.Join(dir, "shared", "data"); isDir(d) {
			return d
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("no folder shared/data with real documents; SVOD_DATA may name it")
		}
		dir = up
	}
}

func isDir(p string) bool {
	fi, err := os.Stat(p)
	return err == nil && fi.IsDir()
}

func readLines(t *testing.T, name string) []string {
	f, err := os.Open(name)
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	var lines []string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		lines = append(lines, sc.Text())
	}
	return lines
}

// The table is read once by every run of the program.
func BenchmarkExceptions(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readExceptions()
	}
}
