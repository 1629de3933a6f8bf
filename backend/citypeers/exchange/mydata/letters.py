"""The letter that tells of an archive."""

from citypeers.core.mail import Words, words

EXPORT = words(
    "data-export",
    {
        "en": Words(
            "Your data is ready",
            ("Hello {name},", "the archive of your data is ready. You can download it for seven days; you have to be signed in."),
            "To my data",
        ),
        "de": Words(
            "Ihre Daten liegen bereit",
            (
                "Guten Tag {name},",
                "das Archiv mit Ihren Daten liegt bereit. Sie können es sieben Tage lang angemeldet herunterladen.",
            ),
            "Zu meinen Daten",
        ),
        "es": Words(
            "Sus datos están listos",
            ("Hola, {name}:", "el archivo con sus datos está listo. Puede descargarlo durante siete días con la sesión iniciada."),
            "A mis datos",
        ),
        "pt": Words(
            "Seus dados estão prontos",
            ("Olá, {name},", "o arquivo com seus dados está pronto. Você pode baixá-lo por sete dias, com a sessão iniciada."),
            "Aos meus dados",
        ),
    },
)
