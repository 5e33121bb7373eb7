package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"svod/compare/content"
	"svod/compare/stat"
	"svod/compare/table"
	"svod/corpus"
)

// statFormulas are the subcommands of stat, in the order of the help.
func (e *env) statFormulas() []statFormula {
	level := &cli.StringFlag{Name: "level", Value: "0.95", Usage: e.tr("доверительный `УРОВЕНЬ`", "`LEVEL` of confidence")}
	return []statFormula{
		{"keyness", e.tr("частоты в двух текстах", "frequencies in two texts"), e.tr("A СЛОВ_A B СЛОВ_B", "A WORDS_A B WORDS_B"), 4, 4, nil, e.statKeyness},
		{"crosstab", e.tr("таблица сопряжённости: χ², V, остатки, точный критерий Фишера", "cross-tabulation: χ², V, residuals, Fisher's exact test"), e.tr("'СТРОКА' 'СТРОКА'…", "'ROW' 'ROW'…"), 1, -1,
			[]cli.Flag{&cli.IntFlag{Name: "seed", Value: 1, Usage: e.tr("`ЗЕРНО` случайных таблиц, если всех слишком много", "`SEED` of random tables where all are too many")}}, e.statCrosstab},
		{"collocation", e.tr("сочетаемость двух слов", "how two words go together"), "F_XY F_X F_Y N", 4, 4, nil, e.statCollocation},
		{"proportions", e.tr("доля с интервалом Уилсона; две доли – критерий z", "a share with Wilson's interval; two shares: the test of z"), "K1 N1 [K2 N2]", 2, 4, []cli.Flag{level}, e.statProportions},
		{"readability", e.tr("удобочитаемость по числу предложений, слов, слогов и длинных слов", "readability of the numbers of sentences, words, syllables and long words"),
			e.tr("ПРЕДЛОЖЕНИЙ СЛОВ СЛОГОВ [ДЛИННЫХ]", "SENTENCES WORDS SYLLABLES [LONG]"), 3, 4, nil, e.statReadability},
		{"specificity", e.tr("характерность слова для части (Лафон)", "specificity of a word for a part (Lafon)"), "f F t T", 4, 4, nil, e.statSpecificity},
		{"tfidf", e.tr("вес слова в документе", "weight of a word in a document"), "TF N DF", 3, 3, nil, e.statTFIDF},
		{"simplemaths", e.tr("отношение частот на миллион (Sketch Engine)", "ratio of frequencies per million (Sketch Engine)"), e.tr("A СЛОВ_A B СЛОВ_B [N]", "A WORDS_A B WORDS_B [N]"), 4, 5, nil, e.statSimpleMaths},
		{"janis", e.tr("коэффициент тональности Яниса", "Janis's coefficient of imbalance"), "F N R T", 4, 4, nil, e.statJanis},
		{"dispersion", e.tr("отклонение долей DP по частям", "deviation of proportions DP over parts"), e.tr("'ЧАСТОТЫ' ['РАЗМЕРЫ']", "'COUNTS' ['SIZES']"), 1, 2, nil, e.statDispersion},
		{"diversity", e.tr("лексическое разнообразие текста: TTR, MATTR, MSTTR", "lexical diversity of a text: TTR, MATTR, MSTTR"), e.tr("'ТЕКСТ'", "'TEXT'"), 1, 1,
			[]cli.Flag{&cli.IntFlag{Name: "window", Aliases: []string{"w"}, Value: 100, Usage: e.tr("окно в `N` слов", "a window of `N` words")}}, e.statDiversity},
		{"similarity", e.tr("сходство двух текстов и чем различаются их модальность и числа", "likeness of two texts, and what differs in modality and numbers"), e.tr("'ТЕКСТ' 'ТЕКСТ'", "'TEXT' 'TEXT'"), 2, 2, nil, e.statSimilarity},
		{"trend", e.tr("рост или убывание ряда: Манн – Кендалл, Спирмен", "rise or fall of a series: Mann–Kendall, Spearman"), e.tr("ЗНАЧЕНИЯ…", "VALUES…"), 3, -1, nil, e.statTrend},
		{"sample", e.tr("предельная ошибка доли при случайной выборке", "margin of error of a share in a random sample"), "N [P]", 1, 2, []cli.Flag{level}, e.statSample},
		{"weights", e.tr("эффект дизайна по весам", "design effect of weights"), e.tr("ВЕСА…", "WEIGHTS…"), 1, -1, nil, e.statWeights},
		{"correct", e.tr("поправки p на число сравнений", "corrections of p for many tests"), "P…", 1, -1, nil, e.statCorrect},
	}
}

const expectedNote = "E₁ = N₁·(a+b)/(N₁+N₂), E₂ = N₂·(a+b)/(N₁+N₂)"

func (e *env) statKeyness(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	k, err := stat.Keyness(n[0], n[1], n[2], n[3])
	if err != nil {
		return nil, err
	}
	ts := given("a N₁ b N₂", n...)
	r := &computed{title: e.tr("Ключевые слова: %s", "Keyness: %s", fmt.Sprintf("a = %s, N₁ = %s, b = %s, N₂ = %s", args[0], args[1], args[2], args[3])), rows: []statRow{
		{"per_million_a", e.tr("Частота a на миллион", "Frequency of a per million"), "a / N₁ · 1 000 000", "", table.Decimal(stat.PerMillion(n[0], n[1])), nil, ts},
		{"per_million_b", e.tr("Частота b на миллион", "Frequency of b per million"), "b / N₂ · 1 000 000", "", table.Decimal(stat.PerMillion(n[2], n[3])), nil, ts},
		{"g2_two_cell", e.tr("G² по двум ячейкам", "G² of two cells"), "2·(a·ln(a/E₁) + b·ln(b/E₂))", "Rayson, Garside, 2000", places(k.TwoCell, 4), nil, ts},
		{"g2_two_cell_p", e.tr("p для него", "its p"), "χ²(1)", "", table.Probability(k.TwoCellP), nil, nil},
		{"g2_four_cell", e.tr("G² по четырём ячейкам", "G² of four cells"), "2·Σ O·ln(O/E)", "Dunning, 1993", places(k.FourCell, 4), nil, ts},
		{"g2_four_cell_p", e.tr("p для него", "its p"), "χ²(1)", "", table.Probability(k.FourCellP), nil, nil},
		{"chi_square", e.tr("χ² по четырём ячейкам", "χ² of four cells"), "Σ (O−E)²/E", "Pearson, 1900", places(k.ChiSquare, 4), nil, ts},
		{"chi_square_p", e.tr("p для него", "its p"), "χ²(1)", "", table.Probability(k.ChiSquareP), nil, nil},
		{"chi_square_yates", e.tr("χ² с поправкой Йейтса", "χ² with Yates's correction"), "Σ (|O−E|−½)²/E", "Yates, 1934", places(k.Yates, 4), nil, ts},
		{"chi_square_yates_p", e.tr("p для него", "its p"), "χ²(1)", "", table.Probability(k.YatesP), nil, nil},
		{"chi_square_gof", e.tr("χ² по двум ячейкам (согласия)", "χ² of two cells (goodness of fit)"), "(a−E₁)²/E₁ + (b−E₂)²/E₂", "Pearson, 1900", places(k.GoodnessOfFit, 4), nil, ts},
	}}
	f, err := stat.Fisher([][]float64{{n[0], n[1] - n[0]}, {n[2], n[3] - n[2]}}, stat.FisherOptions{})
	source := "Hardie, 2014"
	if k.Smoothed {
		source += e.tr("; 0 взят за 0,5", "; 0 is taken for 0.5")
	}
	r.rows = append(r.rows,
		statRow{"fisher_p", e.tr("p по точному критерию Фишера", "p of Fisher's exact test"), e.tr("все таблицы 2 × 2 с теми же итогами", "all 2 × 2 tables with the same totals"), "Fisher, 1935", table.Probability(f.P), err, nil},
		statRow{"log_ratio", "log₂", "log₂((a/N₁) / (b/N₂))", source, places(k.LogRatio, 4), nil, ts})
	verdict := e.tr("Отличие значимо на уровне 0,05: G² по двум ячейкам не меньше 3,84.", "The difference is significant at 0.05: G² of two cells is at least 3.84.")
	if k.TwoCellP >= 0.05 {
		verdict = e.tr("Отличие не значимо на уровне 0,05: G² по двум ячейкам меньше 3,84.", "The difference is not significant at 0.05: G² of two cells is below 3.84.")
	}
	r.notes = []string{expectedNote + e.tr(". Знак «минус»: в первом тексте реже.", ". A minus: rarer in the first text."), verdict}
	return r, nil
}

func (e *env) statCrosstab(c *cli.Context, args []string) (*computed, error) {
	if len(args) == 1 { // «40 60 / 70 30»
		args = strings.Split(args[0], "/")
	}
	rows, err := e.rowsOf(args)
	if err != nil {
		return nil, err
	}
	t, err := stat.Crosstab(rows)
	if err != nil {
		return nil, err
	}
	r := &computed{title: e.tr("Таблица сопряжённости", "Cross-tabulation"), rows: []statRow{
		{"n", "N", "", "", table.Int(int(t.N)), nil, nil},
		{"chi_square", "χ²", "Σ (O−E)²/E", "Pearson, 1900", places(t.ChiSquare, 3), nil, nil},
		{"df", e.tr("Степени свободы", "Degrees of freedom"), e.tr("(строк − 1)·(граф − 1), без пустых", "(rows − 1)·(columns − 1), empty ones left out"), "", table.Int(t.DF), nil, nil},
		{"p", "p", "P(χ² ≥ …)", "", table.Probability(t.P), nil, nil},
		{"cramers_v", e.tr("V Крамера", "Cramér's V"), "√(χ² / (N·(min(r, c) − 1)))", "Cramér, 1946", places(t.V, 4), nil, nil},
		{"min_expected", e.tr("Наименьшая ожидаемая частота", "Smallest expected count"), "E = " + e.tr("строка·графа / N", "row·column / N"), "", table.Decimal(t.MinExpected), nil, nil},
	}}
	if t.DF == 1 {
		r.rows = append(r.rows, statRow{"chi_square_yates", e.tr("χ² с поправкой Йейтса", "χ² with Yates's correction"), "Σ (|O−E|−½)²/E", "Yates, 1934", places(t.Yates, 3), nil, nil},
			statRow{"chi_square_yates_p", e.tr("p для него", "its p"), "χ²(1)", "", table.Probability(t.YatesP), nil, nil})
	}
	f, err := stat.Fisher(rows, stat.FisherOptions{Seed: uint64(c.Int("seed"))})
	how := e.tr("все таблицы с теми же итогами: %d", "all tables with the same totals: %d", f.Tables)
	if !f.Exact {
		how = e.tr("случайных таблиц: %d, зерно %d, ошибка ±%.4f", "random tables: %d, seed %d, error ±%.4f", f.Samples, f.Seed, f.Error)
	}
	r.rows = append(r.rows, statRow{"fisher_p", e.tr("p по точному критерию Фишера", "p of Fisher's exact test"), how, "Fisher, 1935; Freeman, Halton, 1951", table.Probability(f.P), err, nil})
	if t.Small > 0 {
		r.notes = append(r.notes, e.tr("Ячеек с ожидаемой частотой меньше 5: %d из %d. χ² ненадёжен, опирайтесь на точный критерий Фишера.", "Cells with an expected count below 5: %d of %d. χ² is doubtful, rely on Fisher's exact test.", t.Small, t.Cells))
	}
	cells := &table.Table{Caption: e.tr("Наблюдаемые и ожидаемые частоты, исправленные остатки", "Observed and expected counts, adjusted residuals"), Base: "N = " + fmt.Sprint(t.N),
		Head:  [][]table.Cell{table.Heads(e.tr("Строка", "Row"), e.tr("Графа", "Column"), "O", "E", e.tr("Остаток", "Residual"))},
		Notes: []string{e.tr("Остаток: (O−E) / √(E·(1−строка/N)·(1−графа/N)) (Haberman, 1973); за ±1,96 ячейка отличается от независимости на уровне 0,05.", "Residual: (O−E) / √(E·(1−row/N)·(1−column/N)) (Haberman 1973); beyond ±1.96 a cell differs from independence at 0.05.")}}
	for i, row := range rows {
		for j, v := range row {
			res := table.Missing()
			if z, ok := t.Residual(i, j); ok {
				res = places(z, 3)
			}
			cells.Rows = append(cells.Rows, []table.Cell{table.Int(i + 1), table.Int(j + 1), given("O", v)[0].Value, table.Decimal(t.Expected[i][j]), res})
		}
	}
	r.more = []table.Block{cells}
	return r, nil
}

func (e *env) statCollocation(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	k, err := stat.Collocate(n[0], n[1], n[2], n[3])
	if err != nil {
		return nil, err
	}
	ts := given("f(xy) f(x) f(y) N", n...)
	withE := append(ts[:4:4], table.Term{Name: "E", Value: table.Decimal(k.Expected)})
	return &computed{title: e.tr("Сочетаемость: %s", "Collocation: %s", "f(xy) = "+args[0]+", f(x) = "+args[1]+", f(y) = "+args[2]+", N = "+args[3]), rows: []statRow{
		{"expected", "E", "f(x)·f(y)/N", "", places(k.Expected, 4), nil, ts},
		{"t", "t", "(f(xy)−E)/√f(xy)", "Church et al., 1991", places(k.T, 6), nil, withE},
		{"mi", "MI", "log₂(f(xy)/E)", "Church, Hanks, 1990", places(k.MI, 4), nil, withE},
		{"mi3", "MI³", "log₂(f(xy)³/E)", "Oakes, 1998", places(k.MI3, 4), nil, withE},
		{"log_dice", "logDice", "14 + log₂(2·f(xy)/(f(x)+f(y)))", "Rychlý, 2008", places(k.LogDice, 4), nil, ts},
		{"ll", "LL", "2·Σ O·ln(O/E)", "Dunning, 1993", table.Decimal(k.LL), nil, ts},
		{"min_sensitivity", e.tr("Наименьшая чувствительность", "Minimum sensitivity"), "min(f(xy)/f(x), f(xy)/f(y))", "Pedersen, 1998", places(k.MinSens, 4), nil, ts},
	}}, nil
}

// levelOf reads --level: 0.95, 0,95 or 95.
func (e *env) levelOf(c *cli.Context) (float64, error) {
	v, err := e.numbersOf([]string{strings.TrimSuffix(c.String("level"), "%")})
	if err != nil {
		return 0, err
	}
	if v[0] > 1 {
		v[0] /= 100
	}
	if !(v[0] > 0 && v[0] < 1) {
		return 0, usage(e.tr("--level %s: уровень – число от 0 до 1, например 0,95", "--level %s: a level is between 0 and 1, as 0.95", c.String("level")), "")
	}
	return v[0], nil
}

func (e *env) statProportions(c *cli.Context, args []string) (*computed, error) {
	if len(args) == 3 {
		return nil, usage(e.tr("stat proportions: чисел два или четыре", "stat proportions: two numbers or four"), "svod stat proportions 45 100 30 100")
	}
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	level, err := e.levelOf(c)
	if err != nil {
		return nil, err
	}
	r := &computed{title: e.tr("Доли", "Shares")}
	for i := 0; i < len(n); i += 2 {
		lo, hi, err := stat.Wilson(n[i], n[i+1], level)
		if err != nil {
			return nil, err
		}
		k, of := fmt.Sprintf("k%d", i/2+1), fmt.Sprintf("n%d", i/2+1)
		ts := given(k+" "+of, n[i], n[i+1])
		name := e.tr("Доля %d", "Share %d", i/2+1)
		interval := e.tr(", интервал Уилсона, %g %%: ", ", Wilson's interval, %g %%: ", level*100)
		r.rows = append(r.rows, statRow{k, name, k + " / " + of, "", table.Percent(n[i] / n[i+1]), nil, ts},
			statRow{k + "_low", name + interval + e.tr("от", "from"), "(p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)", "Wilson, 1927", table.Percent(lo), nil, ts},
			statRow{k + "_high", name + interval + e.tr("до", "to"), "(p + z²/2n + z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)", "Wilson, 1927", table.Percent(hi), nil, ts})
		if n[i+1] < 30 {
			r.notes = []string{e.tr("При n меньше 30 рядом с процентами указывают числа.", "Where n is below 30, counts stand beside per cents.")}
		}
	}
	if len(n) == 4 {
		d, err := stat.Proportions(n[0], n[1], n[2], n[3])
		r.rows = append(r.rows,
			statRow{"z", "z", "(p₁−p₂) / √(p(1−p)(1/n₁+1/n₂)), p = (k₁+k₂)/(n₁+n₂)", "Fleiss, 1981", places(d.Z, 4), err, nil},
			statRow{"p", e.tr("p для него, двустороннее", "its p, two-sided"), "", "", table.Probability(d.P), err, nil},
			statRow{"z_corrected", e.tr("z с поправкой на непрерывность", "z with correction for continuity"), "(|p₁−p₂| − ½(1/n₁+1/n₂)) / √…", "Fleiss, 1981", places(d.ZCorrected, 4), err, nil},
			statRow{"p_corrected", e.tr("p для него, двустороннее", "its p, two-sided"), "", "", table.Probability(d.PCorrected), err, nil})
	}
	return r, nil
}

func (e *env) statReadability(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	long := 0.0
	if len(n) == 4 {
		long = n[3]
	}
	k, err := stat.Readable(n[0], n[1], n[2], long)
	if err != nil {
		return nil, err
	}
	ts := given("S W Y L", n...)
	r := &computed{title: e.tr("Удобочитаемость: предложений S = %s, слов W = %s, слогов Y = %s", "Readability: sentences S = %s, words W = %s, syllables Y = %s", args[0], args[1], args[2]), rows: []statRow{
		{"words_per_sentence", "W/S", "W/S", "", places(k.PerSentence, 4), nil, ts},
		{"syllables_per_word", "Y/W", "Y/W", "", places(k.PerWord, 4), nil, ts},
		{"flesch_oborneva", e.tr("Флеш – Оборнева", "Flesch–Oborneva"), "206,835 − 1,3·W/S − 60,1·Y/W", e.tr("Оборнева, 2006", "Oborneva, 2006"), table.Decimal(k.FleschOborneva), nil, ts},
		{"flesch_kincaid_oborneva", e.tr("Флеш – Кинкейд, вариант Оборневой", "Flesch–Kincaid, Oborneva's variant"), "0,5·W/S + 8,4·Y/W − 15,59", e.tr("Оборнева, 2006", "Oborneva, 2006"), table.Decimal(k.KincaidOborneva), nil, ts},
		{"flesch_kincaid_ruts", e.tr("Флеш – Кинкейд, вариант ruTS", "Flesch–Kincaid, the variant of ruTS"), "0,49·W/S + 7,3·Y/W − 16,59", "ruTS", table.Decimal(k.KincaidRuTS), nil, ts},
	}}
	if len(n) == 4 {
		r.rows = append(r.rows, statRow{"lix", "LIX", "W/S + 100·L/W", "Björnsson, 1968", table.Decimal(k.LIX), nil, ts})
	} else {
		r.notes = []string{e.tr("Для LIX назовите четвёртым числом слова длиннее шести букв.", "For LIX name as the fourth number the words of more than six letters.")}
	}
	return r, nil
}

func (e *env) statSpecificity(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	p, score, err := stat.Specificity(n[0], n[1], n[2], n[3])
	if err != nil {
		return nil, err
	}
	return &computed{title: e.tr("Характерность: f = %s, F = %s, t = %s, T = %s", "Specificity: f = %s, F = %s, t = %s, T = %s", args[0], args[1], args[2], args[3]), rows: []statRow{
		{"p", "p", e.tr("гипергеометрическое, P(X ≥ f) или P(X ≤ f)", "hypergeometric, P(X ≥ f) or P(X ≤ f)"), "Lafon, 1980", places(p, 7), nil, nil},
		{"score", e.tr("Характерность", "Specificity"), "±(−log₁₀ p)", "TXM", places(score, 2), nil, nil},
	}}, nil
}

func (e *env) statTFIDF(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	w, err := stat.TFIDF(n[0], n[1], n[2])
	if err != nil {
		return nil, err
	}
	return &computed{title: "TF-IDF: tf = " + args[0] + ", N = " + args[1] + ", df = " + args[2], rows: []statRow{
		{"log10", "tf·idf, log₁₀", "tf·log₁₀(N/df)", "Spärck Jones, 1972", places(w.Log10, 4), nil, nil},
		{"ln", "tf·idf, ln", "tf·ln(N/df)", "Spärck Jones, 1972", places(w.Ln, 4), nil, nil},
		{"log_tf", "log tf·idf", "(1 + log₁₀ tf)·log₁₀(N/df)", "Manning et al., 2008", places(w.LogTF, 4), nil, nil},
	}}, nil
}

func (e *env) statSimpleMaths(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	add := 1.0
	if len(n) == 5 {
		add = n[4]
	}
	v, err := stat.SimpleMaths(n[0], n[1], n[2], n[3], add)
	if err != nil {
		return nil, err
	}
	return &computed{title: "Simple maths", rows: []statRow{
		{"per_million_a", e.tr("Частота a на миллион", "Frequency of a per million"), "a / N₁ · 1 000 000", "", places(stat.PerMillion(n[0], n[1]), 4), nil, given("a N₁", n...)},
		{"per_million_b", e.tr("Частота b на миллион", "Frequency of b per million"), "b / N₂ · 1 000 000", "", places(stat.PerMillion(n[2], n[3]), 4), nil, given("b N₂", n[2:]...)},
		{"simple_maths", fmt.Sprintf("Simple maths, N = %g", add), "(fpm₁ + N) / (fpm₂ + N)", "Kilgarriff, 2009", places(v, 4), nil, nil},
	}}, nil
}

func (e *env) statJanis(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	v, err := stat.Janis(n[0], n[1], n[2], n[3])
	how := "(f² − f·n) / (r·t)"
	if n[0] < n[1] {
		how = "(f·n − n²) / (r·t)"
	}
	r := &computed{title: e.tr("Коэффициент Яниса: f = %s, n = %s, r = %s, t = %s", "Janis's coefficient: f = %s, n = %s, r = %s, t = %s", args[0], args[1], args[2], args[3]),
		rows:  []statRow{{"janis", e.tr("Коэффициент Яниса", "Janis's coefficient"), how, "Janis, Fadner, 1943", places(v, 4), err, given("f n r t", n...)}},
		notes: []string{e.tr("f – единиц с положительной тональностью, n – с отрицательной, r – с темой, t – всего.", "f: units of positive tone, n: of negative, r: with the theme, t: all.")}}
	return r, nil
}

func (e *env) statDispersion(_ *cli.Context, args []string) (*computed, error) {
	rows, err := e.rowsOf(args)
	if err != nil {
		return nil, err
	}
	if len(rows) == 1 {
		even := make([]float64, len(rows[0]))
		for i := range even {
			even[i] = 1
		}
		rows = append(rows, even)
	}
	dp, err := stat.DP(rows[0], rows[1])
	return &computed{title: e.tr("Рассеяние", "Dispersion"), rows: []statRow{{"dp", "DP", "½ · Σ |nᵢ/n − Nᵢ/N|", "Gries, 2008", places(dp, 4), err, nil}},
		notes: []string{e.tr("0 – слово распределено равномерно, близко к 1 – сосредоточено в одной части. Без размеров части считаются равными.", "0 is an even spread, near 1 one part has all. Without sizes the parts are taken for equal.")}}, nil
}

func (e *env) statDiversity(c *cli.Context, args []string) (*computed, error) {
	forms := content.Forms(args[0])
	w := c.Int("window")
	ttr, err := stat.TTR(forms)
	if err != nil {
		return nil, err
	}
	mattr, err := stat.MATTR(forms, w)
	msttr, err2 := stat.MSTTR(forms, w)
	return &computed{title: e.tr("Лексическое разнообразие, слов: %d", "Lexical diversity, words: %d", len(forms)), rows: []statRow{
		{"ttr", "TTR", e.tr("разных словоформ / слов", "different forms / words"), "", places(ttr, 4), nil, nil},
		{"mattr", fmt.Sprintf("MATTR, w = %d", w), e.tr("средняя TTR скользящего окна", "mean TTR of a moving window"), "Covington, McFall, 2010", places(mattr, 4), err, nil},
		{"msttr", fmt.Sprintf("MSTTR, w = %d", w), e.tr("средняя TTR отрезков", "mean TTR of segments"), "Johnson, 1944", places(msttr, 4), err2, nil},
	}}, nil
}

func (e *env) statSimilarity(_ *cli.Context, args []string) (*computed, error) {
	docs := make([]*corpus.Document, 2)
	for i, a := range args {
		docs[i] = &corpus.Document{ID: fmt.Sprint(i + 1), Meta: corpus.Meta{Title: e.tr("Текст %d", "Text %d", i+1)}, Root: &corpus.Unit{Kind: corpus.KindDocument, Text: a}}
	}
	l := content.FindLikeness(docs, content.LikenessOptions{})
	p := l.Pairs[0]
	if p.Cosine == nil || p.Jaccard == nil {
		return nil, &stat.Undefined{Reason: "empty"}
	}
	r := &computed{title: e.tr("Сходство двух текстов", "Likeness of two texts"), rows: []statRow{
		{"cosine", e.tr("Косинус", "Cosine"), "Σ aᵢ·bᵢ / √(Σ aᵢ² · Σ bᵢ²)", "Salton, 1983", places(*p.Cosine, 4), nil, nil},
		{"jaccard", e.tr("Жаккар по словам", "Jaccard of words"), "c / (c + a + b)", "Jaccard, 1901", places(*p.Jaccard, 4), nil, given("c a b", float64(p.Common), float64(p.OnlyA), float64(p.OnlyB))},
	}}
	if p.Bigrams != nil {
		r.rows = append(r.rows, statRow{"bigram_jaccard", e.tr("Жаккар по парам соседних слов", "Jaccard of neighbours"), "c / (c + a + b)", "Jaccard, 1901", places(*p.Bigrams, 4), nil, nil})
	}
	turns := content.Turns("", args[0], "", args[1])
	for _, t := range turns {
		r.notes = append(r.notes, e.tr("Различие: ", "Difference: ")+e.turnKind(t.Kind)+": "+t.A+" → "+t.B)
	}
	if len(turns) == 0 {
		r.notes = append(r.notes, e.tr("Различий в модальности, числах и сроках не найдено.", "No difference of modality, numbers or times was found."))
	}
	r.notes = append(r.notes, e.tr("Слова сведены по основам.", "Words are brought together by stem."))
	return r, nil
}

func (e *env) statTrend(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	times := make([]float64, len(n))
	for i := range times {
		times[i] = float64(i + 1)
	}
	t, err := stat.MannKendall(nil, n)
	how := e.tr("нормальное приближение с поправкой на связи", "normal approximation, corrected for ties")
	if t.Exact {
		how = e.tr("точное", "exact")
	}
	rho, p, exact, err2 := stat.Spearman(times, n)
	how2 := e.tr("t Стьюдента", "Student's t")
	if exact {
		how2 = e.tr("точное", "exact")
	}
	return &computed{title: e.tr("Динамика, значений: %d", "Trend, values: %d", len(n)), rows: []statRow{
		{"s", "S", e.tr("пар с ростом − пар с убыванием", "pairs that rise − pairs that fall"), "Mann, 1945; Kendall, 1975", table.Decimal(t.S), err, nil},
		{"tau", e.tr("τ Кендалла", "Kendall's τ"), "τ-b", "Kendall, 1938", places(t.Tau, 4), err, nil},
		{"p", e.tr("p для него", "its p"), how, "", table.Probability(t.P), err, nil},
		{"slope", e.tr("Наклон Сена", "Sen's slope"), e.tr("медиана наклонов пар", "median of the pairs' slopes"), "Sen, 1968", places(t.Slope, 4), err, nil},
		{"rho", e.tr("ρ Спирмена", "Spearman's ρ"), e.tr("корреляция рангов", "correlation of ranks"), "Spearman, 1904", places(rho, 4), err2, nil},
		{"rho_p", e.tr("p для него", "its p"), how2, "", table.Probability(p), err2, nil},
	}}, nil
}

func (e *env) statSample(c *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	level, err := e.levelOf(c)
	if err != nil {
		return nil, err
	}
	p := 0.5
	if len(n) == 2 {
		p = n[1]
	}
	m, err := stat.MarginOfError(p, n[0], level)
	if err != nil {
		return nil, err
	}
	cell := places(m*100, 2)
	return &computed{title: e.tr("Предельная ошибка выборки: n = %s, p = %g", "Margin of error: n = %s, p = %g", args[0], p), rows: []statRow{
		{"margin_of_error_pp", e.tr("±, процентных пунктов", "±, percentage points"), "z·√(p(1−p)/n)", "Cochran, 1977", cell, nil, nil},
	}, notes: []string{e.tr("Только для случайной выборки; уровень %g %%.", "For a random sample only; level %g %%.", level*100)}}, nil
}

func (e *env) statWeights(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	d, err := stat.DesignEffect(n)
	if err != nil {
		return nil, err
	}
	return &computed{title: e.tr("Веса: %d", "Weights: %d", len(n)), rows: []statRow{
		{"design_effect", e.tr("Эффект дизайна", "Design effect"), "n·Σw² / (Σw)²", "Kish, 1965", places(d, 4), nil, nil},
		{"effective_n", e.tr("Эффективный объём", "Effective size"), "n / deff", "Kish, 1965", table.Decimal(float64(len(n)) / d), nil, nil},
	}}, nil
}

func (e *env) statCorrect(_ *cli.Context, args []string) (*computed, error) {
	n, err := e.numbersOf(args)
	if err != nil {
		return nil, err
	}
	for _, p := range n {
		if p < 0 || p > 1 {
			return nil, &stat.Undefined{Reason: "out-of-range"}
		}
	}
	r := &computed{title: e.tr("Поправки на число сравнений: %d", "Corrections for many tests: %d", len(n))}
	for _, k := range []struct {
		c            stat.Correction
		name, source string
	}{{stat.Holm, e.tr("Холм", "Holm"), "Holm, 1979"}, {stat.Bonferroni, e.tr("Бонферрони", "Bonferroni"), "Bonferroni"},
		{stat.BenjaminiHochberg, e.tr("Бенджамини – Хохберг", "Benjamini–Hochberg"), "Benjamini, Hochberg, 1995"}} {
		for i, p := range k.c.Adjust(n) {
			r.rows = append(r.rows, statRow{fmt.Sprintf("%s_%d", k.c, i+1), k.name + ": p = " + args[i], "", k.source, places(p, 6), nil, nil})
		}
	}
	return r, nil
}

// turnKind is what differs between two texts, in words.
func (e *env) turnKind(kind string) string {
	switch kind {
	case "modality":
		return e.tr("модальность", "modality")
	case "deadline":
		return e.tr("срок", "time")
	case "number":
		return e.tr("число", "number")
	}
	return e.tr("кому", "addressee")
}
