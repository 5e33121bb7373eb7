package inflect

// governs has the cases that prepositions stand with.
var governs = map[string][]Case{
	"без": {Genitive}, "безо": {Genitive}, "для": {Genitive}, "до": {Genitive}, "из": {Genitive}, "изо": {Genitive},
	"от": {Genitive}, "ото": {Genitive}, "у": {Genitive}, "кроме": {Genitive}, "вместо": {Genitive}, "вне": {Genitive},
	"после": {Genitive}, "против": {Genitive}, "ради": {Genitive}, "около": {Genitive}, "вокруг": {Genitive},
	"среди": {Genitive}, "посредством": {Genitive}, "помимо": {Genitive}, "относительно": {Genitive},
	"касательно": {Genitive}, "путем": {Genitive}, "вследствие": {Genitive}, "ввиду": {Genitive}, "свыше": {Genitive},
	"внутри": {Genitive}, "из-за": {Genitive}, "из-под": {Genitive}, "взамен": {Genitive}, "насчет": {Genitive},
	"к": {Dative}, "ко": {Dative}, "благодаря": {Dative}, "согласно": {Dative}, "вопреки": {Dative},
	"через": {Accusative}, "про": {Accusative}, "сквозь": {Accusative},
	"за": {Accusative, Instrumental}, "под": {Accusative, Instrumental}, "подо": {Accusative, Instrumental},
	"в": {Accusative, Prepositional}, "во": {Accusative, Prepositional}, "на": {Accusative, Prepositional},
	"о": {Prepositional, Accusative}, "об": {Prepositional, Accusative}, "обо": {Prepositional},
	"с": {Instrumental, Genitive, Accusative}, "со": {Instrumental, Genitive, Accusative},
	"над": {Instrumental}, "перед": {Instrumental}, "передо": {Instrumental}, "между": {Instrumental, Genitive},
	"при": {Prepositional}, "по": {Dative, Accusative, Prepositional},
}

func isPreposition(form string) bool { return governs[form] != nil }
