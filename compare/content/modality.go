package content

import (
	"strings"
	"sync"

	"svod/corpus/query"
)

// A Modality is what a norm does: forbid, oblige, entitle …
type Modality string

// The modalities, the strictest first. Prescribed is the present tense of acts:
// «создают советы» is a duty in other words.
const (
	Prohibited Modality = "prohibited"
	Obliged    Modality = "obliged"
	Entitled   Modality = "entitled"
	May        Modality = "may"
	Prescribed Modality = "prescribed"
	Neutral    Modality = ""
)

// modalities lists them in the order of tables.
var modalities = []Modality{Prohibited, Obliged, Entitled, May, Prescribed, Neutral}

// modalWords are tried in this order, so that «не вправе» is a prohibition.
var modalWords = []struct {
	modality Modality
	patterns []string
}{
	{Prohibited, []string{"запрещается ИЛИ запрещаются ИЛИ =запрещено ИЛИ =запрещены", "не допускается ИЛИ не допускаются", "=недопустимо",
		"не вправе", "не =может ИЛИ не =могут", "не =должен ИЛИ не =должна ИЛИ не =должно ИЛИ не =должны", "не имеет права ИЛИ не имеют права",
		"не подлежит ИЛИ не подлежат", "тыйым салынады", "жол берілмейді"}},
	{Obliged, []string{"=обязан ИЛИ =обязана ИЛИ =обязано ИЛИ =обязаны", "=должен ИЛИ =должна ИЛИ =должно ИЛИ =должны",
		"=подлежит ИЛИ =подлежат", "=обязательными ИЛИ =обязательны ИЛИ =обязательна ИЛИ =обязательно", "=міндетті", "=тиіс"}},
	{Entitled, []string{"=вправе", "имеет право ИЛИ имеют право", "=құқылы"}},
	{May, []string{"=может ИЛИ =могут", "=мүмкін"}},
	{Prescribed, []string{prescribing}},
}

// prescribing are verbs by which acts lay down what bodies do.
var prescribing = "=" + strings.Join(strings.Fields(`осуществляет осуществляют осуществляется осуществляются обеспечивает обеспечивают
	обеспечивается создает создают создается создаются образуется образуются размещает размещают размещается размещаются публикует
	публикуют публикуется публикуются предоставляет предоставляют предоставляется представляет представляют рассматривает рассматривают
	утверждает утверждают утверждается разрабатывает разрабатывают проводит проводят проводится проводятся формирует формируют
	формируется формируются принимает принимают принимается принимаются направляет направляют информирует информируют
	отчитывается отчитываются вносит вносят ведет ведут устанавливает устанавливают устанавливается устанавливаются определяет определяют
	определяется определяются несет несут влечет оказывает оказывают привлекает привлекают выносит выносят заключает заключают
	избирается избираются избирает назначается назначаются созывается созываются гарантирует гарантируется гарантируются
	финансируется финансируются участвует участвуют взаимодействует взаимодействуют составляет контролирует контролируют`), " ИЛИ =")

type modalQuery struct {
	modality Modality
	query    *query.Query
}

var modalQueries = sync.OnceValue(func() []modalQuery {
	var ms []modalQuery
	for _, m := range modalWords {
		q, err := query.Words(m.patterns)
		if err != nil {
			panic("content: modal words: " + err.Error()) // a fault of this table
		}
		ms = append(ms, modalQuery{m.modality, q})
	}
	return ms
})

// modality returns what a stretch of text does.
func modality(s string) Modality {
	if s == "" {
		return Neutral
	}
	t := query.NewText([]query.Unit{{Text: s}})
	for _, m := range modalQueries() {
		if m.query.Matches(t) {
			return m.modality
		}
	}
	return Neutral
}
