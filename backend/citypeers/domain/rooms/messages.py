"""The sentences about rooms."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "room-closed": {
        "en": ("This room is closed", "Everything in it stays readable; nothing is written in it any more."),
        "de": ("Dieser Raum ist geschlossen", "Alles darin bleibt lesbar; geschrieben wird darin nichts mehr."),
        "es": ("Esta sala está cerrada", "Todo lo que contiene se puede seguir leyendo; ya no se escribe nada en ella."),
        "pt": ("Esta sala está fechada", "Tudo o que há nela continua legível; nada mais é escrito nela."),
    },
    "room-full": {
        "en": ("This room has no space for more", "Remove something that is not needed any more, then try again."),
        "de": (
            "Dieser Raum hat keinen Platz für mehr",
            "Entfernen Sie etwas, das nicht mehr gebraucht wird, und versuchen Sie es noch einmal.",
        ),
        "es": ("En esta sala no cabe más", "Quite algo que ya no haga falta e inténtelo de nuevo."),
        "pt": ("Esta sala não tem espaço para mais", "Retire algo que não seja mais necessário e tente de novo."),
    },
}
VALUES: Values = {
    "not_of_this_room": {
        "en": "This person is not in the room.",
        "de": "Diese Person ist nicht im Raum.",
        "es": "Esta persona no está en la sala.",
        "pt": "Esta pessoa não está na sala.",
    },
    "one_owner": {
        "en": "Name a person or an organisation, not both.",
        "de": "Nennen Sie eine Person oder eine Organisation, nicht beide.",
        "es": "Indique una persona o una organización, no ambas.",
        "pt": "Indique uma pessoa ou uma organização, não ambas.",
    },
}
