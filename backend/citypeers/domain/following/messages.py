"""The sentences about refused values of what is followed."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "searches-full": {
        "en": ("You keep as many searches as there can be", "Remove one that you no longer need, then save this one."),
        "de": (
            "Mehr Suchen lassen sich nicht merken",
            "Entfernen Sie eine, die Sie nicht mehr brauchen, und speichern Sie dann diese.",
        ),
        "es": ("Ya guarda todas las búsquedas posibles", "Quite una que ya no necesite y guarde después esta."),
        "pt": ("Você já guarda todas as buscas possíveis", "Remova uma de que não precisa mais e depois salve esta."),
    },
    "follows-full": {
        "en": ("You follow as much as anybody can", "Stop following something first."),
        "de": ("Mehr können Sie nicht verfolgen", "Hören Sie zuerst auf, etwas anderem zu folgen."),
        "es": ("Ya sigue todo lo que se puede seguir", "Deje primero de seguir otra cosa."),
        "pt": ("Você já segue tudo o que é possível", "Primeiro deixe de seguir outra coisa."),
    },
}
VALUES: Values = {
    "not_a_search": {
        "en": "These are not filters of this list. Copy them from its address.",
        "de": "Das sind keine Filter dieser Liste. Übernehmen Sie sie aus ihrer Adresse.",
        "es": "No son filtros de esta lista. Cópielos de su dirección.",
        "pt": "Não são filtros desta lista. Copie-os do endereço dela.",
    },
}
