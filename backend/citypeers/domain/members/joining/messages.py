"""The sentences about refused applications and refused decisions on them."""

from citypeers.core.messages import Problems

PROBLEMS: Problems = {
    "wait-to-apply": {
        "en": ("It is too early to apply again", "The last application was refused. The network takes a new one from {until} on."),
        "de": ("Für eine neue Bewerbung ist es zu früh", "Die letzte wurde abgelehnt. Das Netzwerk nimmt ab {until} eine neue an."),
        "es": ("Es pronto para volver a solicitarlo", "La última solicitud fue rechazada. La red acepta otra desde el {until}."),
        "pt": ("É cedo para pedir de novo", "O último pedido foi recusado. A rede aceita outro a partir de {until}."),
    },
    "application-decided": {
        "en": ("This application is decided", "Look at it as it is now."),
        "de": ("Über diese Bewerbung ist entschieden", "Sehen Sie sich den jetzigen Stand an."),
        "es": ("Esta solicitud ya está resuelta", "Mírela tal como está ahora."),
        "pt": ("Este pedido já foi decidido", "Veja como está agora."),
    },
}
