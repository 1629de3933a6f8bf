"""The letters about sessions; a calendar takes what comes with them."""

from citypeers.core.mail import Words, words

BOOKED = words(
    "coaching-session-booked",
    {
        "en": Words(
            "{title}: session on {day}",
            (
                "Hello {name},",
                "your session is set.",
                "{when}",
                "{where}",
                "The invitation for your calendar comes with this letter.",
            ),
            "See the coaching",
        ),
        "de": Words(
            "{title}: Sitzung am {day}",
            ("Guten Tag {name},", "Ihre Sitzung steht fest.", "{when}", "{where}", "Die Einladung für Ihren Kalender liegt bei."),
            "Coaching ansehen",
        ),
        "es": Words(
            "{title}: sesión el {day}",
            (
                "Hola, {name}:",
                "su sesión está fijada.",
                "{when}",
                "{where}",
                "La invitación para su calendario va con este mensaje.",
            ),
            "Ver el acompañamiento",
        ),
        "pt": Words(
            "{title}: sessão em {day}",
            ("Olá, {name},", "sua sessão está marcada.", "{when}", "{where}", "O convite para a sua agenda vai com esta mensagem."),
            "Ver o acompanhamento",
        ),
    },
)
MOVED = words(
    "coaching-session-moved",
    {
        "en": Words(
            "{title}: session moved to {day}",
            ("Hello {name},", "your session has moved.", "{when}", "{where}", "{reason}", "Your calendar moves with this letter."),
            "See the coaching",
        ),
        "de": Words(
            "{title}: Sitzung auf {day} verlegt",
            (
                "Guten Tag {name},",
                "Ihre Sitzung wurde verlegt.",
                "{when}",
                "{where}",
                "{reason}",
                "Ihr Kalender zieht mit diesem Brief um.",
            ),
            "Coaching ansehen",
        ),
        "es": Words(
            "{title}: sesión trasladada al {day}",
            (
                "Hola, {name}:",
                "su sesión se ha trasladado.",
                "{when}",
                "{where}",
                "{reason}",
                "Su calendario cambia con este mensaje.",
            ),
            "Ver el acompañamiento",
        ),
        "pt": Words(
            "{title}: sessão mudada para {day}",
            ("Olá, {name},", "sua sessão mudou de data.", "{when}", "{where}", "{reason}", "Sua agenda muda com esta mensagem."),
            "Ver o acompanhamento",
        ),
    },
)
CANCELLED = words(
    "coaching-session-cancelled",
    {
        "en": Words(
            "{title}: session on {day} cancelled",
            ("Hello {name},", "this session is not held:", "{when}", "{reason}", "Your calendar strikes it with this letter."),
            "See the coaching",
        ),
        "de": Words(
            "{title}: Sitzung am {day} abgesagt",
            (
                "Guten Tag {name},",
                "diese Sitzung findet nicht statt:",
                "{when}",
                "{reason}",
                "Ihr Kalender streicht sie mit diesem Brief.",
            ),
            "Coaching ansehen",
        ),
        "es": Words(
            "{title}: sesión del {day} cancelada",
            ("Hola, {name}:", "esta sesión no se celebra:", "{when}", "{reason}", "Su calendario la quita con este mensaje."),
            "Ver el acompañamiento",
        ),
        "pt": Words(
            "{title}: sessão de {day} cancelada",
            ("Olá, {name},", "esta sessão não acontece:", "{when}", "{reason}", "Sua agenda a retira com esta mensagem."),
            "Ver o acompanhamento",
        ),
    },
)
WHERE = {
    "call": {
        "en": "It is a call; its room opens on the page of the coaching half an hour before.",
        "de": "Es ist ein Anruf; der Raum öffnet eine halbe Stunde vorher auf der Seite des Coachings.",
        "es": "Es una llamada; la sala se abre media hora antes en la página del acompañamiento.",
        "pt": "É uma chamada; a sala abre meia hora antes na página do acompanhamento.",
    },
    "link": {"en": "Link: {link}", "de": "Link: {link}", "es": "Enlace: {link}", "pt": "Link: {link}"},
    "place": {"en": "Place: {place}", "de": "Ort: {place}", "es": "Lugar: {place}", "pt": "Local: {place}"},
    "event": {
        "en": "You take part in this event together: {link}",
        "de": "Sie nehmen gemeinsam an dieser Veranstaltung teil: {link}",
        "es": "Participan juntos en este evento: {link}",
        "pt": "Vocês participam juntos deste evento: {link}",
    },
}
