"""The sentence about a letter that cannot be sent again by hand."""

from citypeers.core.messages import Problems

PROBLEMS: Problems = {
    "mail-not-dead": {
        "en": ("This letter is on its way or delivered", "Only a letter that was given up is sent again by hand."),
        "de": ("Dieser Brief ist unterwegs oder zugestellt", "Von Hand wird nur ein aufgegebener Brief noch einmal gesendet."),
        "es": ("Esta carta está en camino o entregada", "A mano solo se reenvía una carta que se dio por perdida."),
        "pt": ("Esta carta está a caminho ou entregue", "À mão só se reenvia uma carta dada como perdida."),
    },
}
