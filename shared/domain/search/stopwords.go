package search

import (
	"strings"
	"sync"
)

// stopwords are folded Spanish and English words that are not indexed. They include greetings and courtesies, which occur in
// nearly every ticket. "ti" and "it" are missing because TI and IT are the names of departments.
const stopwords = `
de la que el en y a los del se las por un para con no una su al lo como mas pero sus le ya o este si porque esta
entre cuando muy sin sobre tambien me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese
eso ante ellos e esto mi antes algunos unos yo otro otras otra el tanto esa estos mucho quienes nada muchos cual poco
ella estar estas algunas algo nosotros tu te es son fue ser era eran han ha he hemos habia sido siendo estan estaba
estoy esta tiene tengo tienen tener puede puedo pueden poder favor buenos buenas dias tardes noches hola saludos
gracias cordial atentamente estimado estimada estimados quedo usted ustedes
the of and to in is you that was for on are as with his they at be this have from or had by not but what all were
we when your can said there an each which she do how their if will up other about out many then them these so her
would has him into its been who now my than did get may our am please hello hi regards dear thanks thank
`

var stopwordSet = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool, 256)
	for word := range strings.FieldsSeq(stopwords) {
		set[word] = true
	}
	return set
})

func isStopword(word string) bool { return stopwordSet()[word] }
