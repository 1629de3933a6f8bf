"""The sentences about refused values of notices and their settings."""

from citypeers.core.messages import Values

VALUES: Values = {
    "notice_group": {
        "en": "There are no notices of this kind. Take the kinds from your settings.",
        "de": "Hinweise dieser Art gibt es nicht. Nehmen Sie die Arten aus Ihren Einstellungen.",
        "es": "No hay avisos de este tipo. Tome los tipos de sus ajustes.",
        "pt": "Não há avisos deste tipo. Tome os tipos de seus ajustes.",
    },
    "notice_zone": {
        "en": "This time zone is not known. Write it like Europe/Berlin.",
        "de": "Diese Zeitzone ist nicht bekannt. Schreiben Sie sie wie Europe/Berlin.",
        "es": "Esta zona horaria no se conoce. Escríbala como Europe/Berlin.",
        "pt": "Este fuso horário não é conhecido. Escreva-o como Europe/Berlin.",
    },
    "unsubscribe_token": {
        "en": "This link is not one of ours, or not whole. Open it from the letter once more.",
        "de": "Dieser Link ist keiner von uns oder nicht vollständig. Öffnen Sie ihn noch einmal aus dem Brief.",
        "es": "Este enlace no es nuestro o no está completo. Ábralo otra vez desde la carta.",
        "pt": "Este link não é nosso ou não está completo. Abra-o outra vez a partir da carta.",
    },
}
