"""The daily letter that gathers notices, and the lines in it."""

from citypeers.core.mail import Words, words

REASON = {"en": "Reason: {reason}", "de": "Begründung: {reason}", "es": "Motivo: {reason}", "pt": "Motivo: {reason}"}
GATHERED = words(
    "notices-digest",
    {
        "en": Words(
            "Your notices of the day",
            ("Hello {name},", "this has happened since the last letter:", "{news}"),
            "Read your notices",
            "Get no more daily letters",
        ),
        "de": Words(
            "Ihre Hinweise des Tages",
            ("Guten Tag {name},", "das ist seit dem letzten Brief geschehen:", "{news}"),
            "Hinweise lesen",
            "Keine täglichen Briefe mehr erhalten",
        ),
        "es": Words(
            "Sus avisos del día",
            ("Hola, {name}:", "esto ha ocurrido desde la última carta:", "{news}"),
            "Leer sus avisos",
            "No recibir más cartas diarias",
        ),
        "pt": Words(
            "Seus avisos do dia",
            ("Olá, {name},", "isto aconteceu desde a última carta:", "{news}"),
            "Ler seus avisos",
            "Não receber mais cartas diárias",
        ),
    },
)
MORE = {
    "en": "and {number} more in your notices",
    "de": "und {number} weitere in Ihren Hinweisen",
    "es": "y {number} más en sus avisos",
    "pt": "e mais {number} em seus avisos",
}
