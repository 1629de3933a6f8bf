"""The sentences about refused steps of matching rounds."""

from citypeers.core.messages import Problems

PROBLEMS: Problems = {
    "round-wrong-step": {
        "en": ("That step does not lead on from here", "The matching round is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Die Vermittlungsrunde steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "La ronda de emparejamiento está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "A rodada de combinação está no estado {state}."),
    },
    "round-outdated": {
        "en": (
            "This round is no longer up to date",
            "Requests, offers or weights have changed since it was worked out. Work it out again and look at it once more.",
        ),
        "de": (
            "Diese Runde ist nicht mehr aktuell",
            "Anfragen, Angebote oder Gewichte haben sich seit der Berechnung geändert. "
            "Berechnen Sie die Runde neu und sehen Sie sie noch einmal an.",
        ),
        "es": (
            "Esta ronda ya no está al día",
            "Desde que se calculó han cambiado solicitudes, ofertas o pesos. Calcúlela de nuevo y revísela otra vez.",
        ),
        "pt": (
            "Esta rodada já não está atualizada",
            "Desde o cálculo mudaram pedidos, ofertas ou pesos. Calcule-a de novo e reveja-a mais uma vez.",
        ),
    },
    "round-answered": {
        "en": (
            "Somebody has answered already",
            "A round can be undone until the first coach answers. Recall the other invitations one by one.",
        ),
        "de": (
            "Es hat schon jemand geantwortet",
            "Eine Runde lässt sich zurücknehmen, bis die erste Stadt antwortet. Ziehen Sie die übrigen Einladungen einzeln zurück.",
        ),
        "es": (
            "Alguien ya ha respondido",
            "Una ronda se puede deshacer hasta la primera respuesta. Retire las demás invitaciones una por una.",
        ),
        "pt": (
            "Alguém já respondeu",
            "Uma rodada pode ser desfeita até a primeira resposta. Retire os outros convites um a um.",
        ),
    },
}
