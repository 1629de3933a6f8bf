"""The sentences about refused changes to memberships and refused files of memberships."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "wrong-step": {
        "en": ("That step does not lead on from here", "The membership is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Die Mitgliedschaft steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "La membresía está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "A associação está no estado {state}."),
    },
    "already-member": {
        "en": ("It is there already", "This country or organisation belongs to the network, is invited, or has applied."),
        "de": (
            "Das gibt es schon",
            "Dieses Land oder diese Organisation gehört zum Netzwerk, ist eingeladen oder hat sich beworben.",
        ),
        "es": ("Ya está", "Este país u organización pertenece a la red, está invitado o ha presentado una solicitud."),
        "pt": ("Já está", "Este país ou organização pertence à rede, foi convidado ou apresentou um pedido."),
    },
}

VALUES: Values = {
    "unknown_network": {
        "en": "No network has this slug. Import the network first, or correct the slug.",
        "de": "Kein Netzwerk trägt diese Kurzadresse. Importieren Sie es zuerst, oder berichtigen Sie sie.",
        "es": "Ninguna red tiene esta dirección corta. Importe primero la red o corrija la dirección.",
        "pt": "Nenhuma rede tem este endereço curto. Importe primeiro a rede ou corrija o endereço.",
    },
    "member_named": {
        "en": "A membership of a country names the country, any other one its organisation.",
        "de": "Die Mitgliedschaft eines Landes nennt das Land, jede andere ihre Organisation.",
        "es": "La membresía de un país indica el país; cualquier otra, su organización.",
        "pt": "A associação de um país indica o país; qualquer outra, sua organização.",
    },
    "membership_begins": {
        "en": "Say since when it holds (valid_from) or when it was seen to hold (observed_on).",
        "de": "Nennen Sie den Beginn (valid_from) oder wann sie beobachtet wurde (observed_on).",
        "es": "Indique desde cuándo vale (valid_from) o cuándo se observó (observed_on).",
        "pt": "Indique desde quando vale (valid_from) ou quando foi observada (observed_on).",
    },
    "membership_source": {
        "en": "Name at least one source.",
        "de": "Nennen Sie mindestens eine Quelle.",
        "es": "Indique al menos una fuente.",
        "pt": "Indique pelo menos uma fonte.",
    },
}
