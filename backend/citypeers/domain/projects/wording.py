"""The sentences that say what projects have in common, in the platform's languages."""

LIKENESS: dict[str, dict[str, str]] = {
    "topics": {
        "en": "Works on the same: {values}",
        "de": "Arbeitet am Gleichen: {values}",
        "es": "Trabaja en lo mismo: {values}",
        "pt": "Trabalha no mesmo: {values}",
    },
    "charter_points": {
        "en": "Follows the same points of the Smart City Charter: {values}",
        "de": "Folgt denselben Punkten der Smart City Charta: {values}",
        "es": "Sigue los mismos puntos de la Carta de Ciudades Inteligentes: {values}",
        "pt": "Segue os mesmos pontos da Carta de Cidades Inteligentes: {values}",
    },
    "sdgs": {
        "en": "Serves the same development goals: {values}",
        "de": "Dient denselben Entwicklungszielen: {values}",
        "es": "Sirve a los mismos objetivos de desarrollo: {values}",
        "pt": "Serve aos mesmos objetivos de desenvolvimento: {values}",
    },
    "words": {
        "en": "Both titles name: {values}",
        "de": "Beide Titel nennen: {values}",
        "es": "Ambos títulos nombran: {values}",
        "pt": "Os dois títulos citam: {values}",
    },
    "country": {
        "en": "In the same country",
        "de": "Im selben Land",
        "es": "En el mismo país",
        "pt": "No mesmo país",
    },
    "maturity": {
        "en": "Has come just as far",
        "de": "Ist genauso weit",
        "es": "Está igual de avanzado",
        "pt": "Está no mesmo estágio",
    },
    "budget_band": {
        "en": "Costs about as much",
        "de": "Kostet etwa gleich viel",
        "es": "Cuesta más o menos lo mismo",
        "pt": "Custa mais ou menos o mesmo",
    },
    "size": {
        "en": "Led by a city of similar size",
        "de": "Geleitet von einer Stadt ähnlicher Größe",
        "es": "Dirigido por una ciudad de tamaño similar",
        "pt": "Liderado por uma cidade de tamanho semelhante",
    },
}
