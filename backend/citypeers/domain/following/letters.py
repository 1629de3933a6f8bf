"""The letter about what is new, and the lines in it."""

from citypeers.core.mail import Words, words

DIGEST = words(
    "digest",
    {
        "en": Words(
            "What is new of what you follow",
            ("Hello {name},", "this is new of what you follow and search:", "{news}"),
            "See it on your desk",
            "Get no more letters of this kind",
        ),
        "de": Words(
            "Neues von dem, was Sie verfolgen",
            ("Guten Tag {name},", "das ist neu von dem, was Sie verfolgen und suchen:", "{news}"),
            "Auf dem Schreibtisch ansehen",
            "Keine solchen Briefe mehr erhalten",
        ),
        "es": Words(
            "Novedades de lo que sigue",
            ("Hola, {name}:", "esto es nuevo de lo que sigue y busca:", "{news}"),
            "Verlo en su escritorio",
            "No recibir más cartas de este tipo",
        ),
        "pt": Words(
            "Novidades do que você segue",
            ("Olá, {name},", "isto é novo do que você segue e busca:", "{news}"),
            "Ver na sua mesa",
            "Não receber mais cartas deste tipo",
        ),
    },
)
NEW = {
    "en": "• New: {title} ({why})",
    "de": "• Neu: {title} ({why})",
    "es": "• Nuevo: {title} ({why})",
    "pt": "• Novo: {title} ({why})",
}
CHANGED = {
    "en": "• Published anew: {title} ({why})",
    "de": "• Neu veröffentlicht: {title} ({why})",
    "es": "• Publicado de nuevo: {title} ({why})",
    "pt": "• Publicado de novo: {title} ({why})",
}
MORE = {
    "en": "and {number} more on your desk",
    "de": "und {number} weitere auf Ihrem Schreibtisch",
    "es": "y {number} más en su escritorio",
    "pt": "e mais {number} na sua mesa",
}
