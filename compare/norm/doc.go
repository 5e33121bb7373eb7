// Package norm reads the sentence of an act as a norm: what it does (Modals:
// обязан, вправе, не допускается …), to whom (Subjects, Agents), by when
// (Deadlines), and how much of what (Quantities).
//
//	t := norm.Read("Общественный совет обязан отвечать в течение десяти рабочих дней.", "ru")
//	m := t.Modals()[0]  // обязан: Obliged
//	t.Subjects(m)       // [общественный совет]
//	t.Deadlines()[0]    // within 10 working days
//
// It reads words and endings, and nothing else: there is no dictionary of the
// language behind it. So it says what is sure. A subject is an actor that the
// list of actor.go knows, in the nominative; of a sentence whose subject is
// another word, nothing is said.
package norm
