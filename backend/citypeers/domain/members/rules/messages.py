"""The sentences about rules that are not met, or not set as they were meant."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "beyond-bound": {
        "en": (
            "The network's rules leave no room",
            "At most {limit} are allowed, there are {current}, and {wanted} are wanted; {fits} more would fit.",
        ),
        "de": (
            "Die Regeln des Netzwerks lassen das nicht zu",
            "Erlaubt sind höchstens {limit}, es gibt {current}, gewünscht sind {wanted}; {fits} weitere hätten Platz.",
        ),
        "es": (
            "Las reglas de la red no dejan sitio",
            "Se permiten {limit} como máximo, hay {current} y se piden {wanted}; cabrían {fits} más.",
        ),
        "pt": (
            "As regras da rede não deixam espaço",
            "São permitidos no máximo {limit}, há {current} e pedem-se {wanted}; caberiam mais {fits}.",
        ),
    },
    "rules-in-past": {
        "en": ("Rules begin today or later", "What was decided under former rules stays as it was. Choose another first day."),
        "de": (
            "Regeln gelten ab heute oder später",
            "Was unter früheren Regeln entschieden wurde, bleibt. Wählen Sie einen anderen ersten Tag.",
        ),
        "es": ("Las reglas empiezan hoy o más tarde", "Lo decidido con reglas anteriores queda como está. Elija otro primer día."),
        "pt": (
            "As regras começam hoje ou mais tarde",
            "O que foi decidido com regras anteriores fica como está. Escolha outro primeiro dia.",
        ),
    },
}

VALUES: Values = {
    "range_order": {
        "en": "At least is not more than at most.",
        "de": "„Mindestens“ ist nicht mehr als „höchstens“.",
        "es": "El mínimo no supera el máximo.",
        "pt": "O mínimo não passa do máximo.",
    },
}
