package write

import "testing"

// BenchmarkCode writes the draft of 200 changes to a real code of 850 articles.
func BenchmarkCode(b *testing.B) {
	old, new := mutated(b, "acts/kz-office/Налоговый.docx", 1, 200)
	for b.Loop() {
		Write(old, new, nil)
	}
}

func BenchmarkWords(b *testing.B) {
	old := "Совет вправе запрашивать сведения у органов в течение 10 рабочих дней, а по сложным запросам – в течение 100 дней со дня их получения."
	new := "Совет вправе запрашивать сведения и документы у органов в течение 15 рабочих дней, а по сложным запросам – в течение 100 дней."
	for b.Loop() {
		wordEdits(old, new, "ru")
	}
}
