"""The letter about a replication, and what is told in it."""

from citypeers.core.mail import Words, group, words

REPLICATIONS = group("replications", {"en": "Replications", "de": "Übernahmen", "es": "Réplicas", "pt": "Réplicas"})
STEP = words(
    "replication-step",
    {
        "en": Words(
            "{project}: {what}",
            ("Hello {name},", "{organisation} does the project “{project}” again. {what}.", "{reason}"),
            "See the project",
        ),
        "de": Words(
            "{project}: {what}",
            ("Guten Tag {name},", "{organisation} übernimmt das Projekt „{project}“. {what}.", "{reason}"),
            "Projekt ansehen",
        ),
        "es": Words(
            "{project}: {what}",
            ("Hola, {name}:", "{organisation} replica el proyecto «{project}». {what}.", "{reason}"),
            "Ver el proyecto",
        ),
        "pt": Words(
            "{project}: {what}",
            ("Olá, {name},", "{organisation} replica o projeto “{project}”. {what}.", "{reason}"),
            "Ver o projeto",
        ),
    },
    REPLICATIONS,
)
WHAT = {
    "declare": {
        "en": "There is interest in doing it again",
        "de": "Es besteht Interesse, es zu übernehmen",
        "es": "Hay interés en replicarlo",
        "pt": "Há interesse em replicá-lo",
    },
    "explore": {
        "en": "It is being explored",
        "de": "Es wird erkundet",
        "es": "Se está explorando",
        "pt": "Está sendo explorado",
    },
    "adapt": {
        "en": "It is being adapted",
        "de": "Es wird angepasst",
        "es": "Se está adaptando",
        "pt": "Está sendo adaptado",
    },
    "pilot": {
        "en": "It is being tried out",
        "de": "Es wird erprobt",
        "es": "Se está probando",
        "pt": "Está sendo testado",
    },
    "adopt": {
        "en": "It was adopted; please confirm",
        "de": "Es wurde übernommen; bitte bestätigen Sie das",
        "es": "Se ha adoptado; confírmelo, por favor",
        "pt": "Foi adotado; confirme, por favor",
    },
    "confirm_as_source": {
        "en": "The lead of the project confirmed it",
        "de": "Die Leitung des Projekts hat es bestätigt",
        "es": "La dirección del proyecto lo ha confirmado",
        "pt": "A liderança do projeto confirmou",
    },
    "confirm_as_adopter": {
        "en": "The adopting organisation confirmed it",
        "de": "Die übernehmende Organisation hat es bestätigt",
        "es": "La organización que lo replica lo ha confirmado",
        "pt": "A organização que o replica confirmou",
    },
    "reopen": {
        "en": "It no longer stands as adopted",
        "de": "Es gilt nicht mehr als übernommen",
        "es": "Ya no figura como adoptado",
        "pt": "Já não consta como adotado",
    },
    "abandon": {
        "en": "It was abandoned",
        "de": "Es wurde abgebrochen",
        "es": "Se ha abandonado",
        "pt": "Foi abandonado",
    },
    "correct": {
        "en": "What was kept, changed or missing is told anew",
        "de": "Was beibehalten, geändert wurde oder fehlte, steht neu da",
        "es": "Se cuenta de nuevo qué se mantuvo, qué cambió y qué faltó",
        "pt": "Conta-se de novo o que se manteve, o que mudou e o que faltou",
    },
    "link": {
        "en": "Its own project is named anew",
        "de": "Das eigene Projekt wurde neu benannt",
        "es": "Se indica de nuevo su propio proyecto",
        "pt": "Indica-se de novo o próprio projeto",
    },
}
