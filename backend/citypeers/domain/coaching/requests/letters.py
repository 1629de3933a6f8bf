"""The letters about a coaching request, and what is told in them."""

from collections.abc import Mapping

from citypeers.core.mail import Words, group, words
from citypeers.domain.coaching.requests.states import CoachingVerb as Verb

Said = Mapping[str, str]

COACHING = group("coaching", {"en": "Coaching", "de": "Beratungen", "es": "Asesorías", "pt": "Mentorias"})
STEP = words(
    "coaching-step",
    {
        "en": Words(
            "{title}: {what}", ("Hello {name},", "{requester} asks for coaching: “{title}”. {what}.", "{reason}"), "See the request"
        ),
        "de": Words(
            "{title}: {what}",
            ("Guten Tag {name},", "{requester} bittet um kollegiale Beratung: „{title}“. {what}.", "{reason}"),
            "Anfrage ansehen",
        ),
        "es": Words(
            "{title}: {what}", ("Hola, {name}:", "{requester} pide asesoría: «{title}». {what}.", "{reason}"), "Ver la solicitud"
        ),
        "pt": Words(
            "{title}: {what}", ("Olá, {name},", "{requester} pede mentoria: “{title}”. {what}.", "{reason}"), "Ver o pedido"
        ),
    },
    group=COACHING,
)
INVITED = words(
    "coaching-invitation",
    {
        "en": Words(
            "{requester} asks for your experience: {title}",
            (
                "Hello {name},",
                "{requester} asks for coaching: “{title}”. {what}.",
                "Please answer by {until}. If it does not fit, a sentence of why helps the city to find somebody else.",
            ),
            "Read the request and answer",
        ),
        "de": Words(
            "{requester} fragt nach Ihrer Erfahrung: {title}",
            (
                "Guten Tag {name},",
                "{requester} bittet um kollegiale Beratung: „{title}“. {what}.",
                "Bitte antworten Sie bis {until}. Passt es nicht, hilft ein Satz dazu der Stadt, jemand anderen zu finden.",
            ),
            "Anfrage lesen und antworten",
        ),
        "es": Words(
            "{requester} pregunta por su experiencia: {title}",
            (
                "Hola, {name}:",
                "{requester} pide asesoría: «{title}». {what}.",
                "Responda antes del {until}. Si no le es posible, una frase que diga por qué ayuda a la ciudad a encontrar a otra.",
            ),
            "Leer la solicitud y responder",
        ),
        "pt": Words(
            "{requester} pergunta pela sua experiência: {title}",
            (
                "Olá, {name},",
                "{requester} pede mentoria: “{title}”. {what}.",
                "Responda até {until}. Se não for possível, uma frase que diga por quê ajuda a cidade a encontrar outra.",
            ),
            "Ler o pedido e responder",
        ),
    },
)
WHAT: Mapping[Verb, Said] = {
    Verb.submit: {
        "en": "The request is open",
        "de": "Die Anfrage ist offen",
        "es": "La solicitud está abierta",
        "pt": "O pedido está aberto",
    },
    Verb.invite: {
        "en": "{organisation} is asked to coach",
        "de": "{organisation} wird um Beratung gebeten",
        "es": "Se pide asesoría a {organisation}",
        "pt": "Pede-se mentoria a {organisation}",
    },
    Verb.accept: {
        "en": "{organisation} said yes",
        "de": "{organisation} hat zugesagt",
        "es": "{organisation} ha dicho que sí",
        "pt": "{organisation} disse sim",
    },
    Verb.decline: {
        "en": "{organisation} declined",
        "de": "{organisation} hat abgesagt",
        "es": "{organisation} ha declinado",
        "pt": "{organisation} recusou",
    },
    Verb.lapse: {
        "en": "{organisation} did not answer in time",
        "de": "{organisation} hat nicht rechtzeitig geantwortet",
        "es": "{organisation} no respondió a tiempo",
        "pt": "{organisation} não respondeu a tempo",
    },
    Verb.recall: {
        "en": "The invitation to {organisation} was taken back",
        "de": "Die Einladung an {organisation} wurde zurückgenommen",
        "es": "Se retiró la invitación a {organisation}",
        "pt": "O convite a {organisation} foi retirado",
    },
    Verb.expire: {
        "en": "No coach was found in time",
        "de": "Es wurde nicht rechtzeitig jemand gefunden",
        "es": "No se encontró a nadie a tiempo",
        "pt": "Ninguém foi encontrado a tempo",
    },
    Verb.schedule: {
        "en": "A session has its time",
        "de": "Eine Sitzung hat ihren Termin",
        "es": "Una sesión ya tiene fecha",
        "pt": "Uma sessão já tem data",
    },
    Verb.reschedule: {
        "en": "A session was moved",
        "de": "Eine Sitzung wurde verlegt",
        "es": "Se cambió la fecha de una sesión",
        "pt": "Uma sessão mudou de data",
    },
    Verb.start: {
        "en": "The first session was held",
        "de": "Die erste Sitzung hat stattgefunden",
        "es": "Se celebró la primera sesión",
        "pt": "A primeira sessão foi realizada",
    },
    Verb.no_show: {
        "en": "A session did not take place because somebody was missing",
        "de": "Eine Sitzung fand nicht statt, weil jemand fehlte",
        "es": "Una sesión no se celebró porque faltó alguien",
        "pt": "Uma sessão não foi realizada porque faltou alguém",
    },
    Verb.report: {
        "en": "The last session was held; please write your report",
        "de": "Die letzte Sitzung hat stattgefunden; bitte schreiben Sie Ihren Bericht",
        "es": "Se celebró la última sesión; escriba su informe, por favor",
        "pt": "A última sessão foi realizada; escreva o seu relatório, por favor",
    },
    Verb.complete: {
        "en": "The coaching is completed; you can read both reports",
        "de": "Die Beratung ist abgeschlossen; beide Berichte sind lesbar",
        "es": "La asesoría ha terminado; puede leer ambos informes",
        "pt": "A mentoria está concluída; pode ler os dois relatórios",
    },
    Verb.finish_early: {
        "en": "Both sides finished early, with their outcome told",
        "de": "Beide Seiten haben vorzeitig abgeschlossen und das Ergebnis festgehalten",
        "es": "Ambas partes terminaron antes y contaron el resultado",
        "pt": "Os dois lados terminaram antes e contaram o resultado",
    },
    Verb.rematch: {
        "en": "Another coach is looked for",
        "de": "Es wird jemand anders gesucht",
        "es": "Se busca a otra ciudad",
        "pt": "Procura-se outra cidade",
    },
    Verb.nudge: {
        "en": "Nothing has happened for two weeks; please take the next step",
        "de": "Seit zwei Wochen ist nichts geschehen; bitte gehen Sie den nächsten Schritt",
        "es": "Hace dos semanas que no pasa nada; dé el siguiente paso, por favor",
        "pt": "Há duas semanas nada acontece; dê o próximo passo, por favor",
    },
    Verb.close: {
        "en": "The secretariat closed the request",
        "de": "Das Sekretariat hat die Anfrage geschlossen",
        "es": "La secretaría cerró la solicitud",
        "pt": "A secretaria encerrou o pedido",
    },
    Verb.hold: {
        "en": "The request is on hold",
        "de": "Die Anfrage ruht",
        "es": "La solicitud está en pausa",
        "pt": "O pedido está em pausa",
    },
    Verb.resume: {
        "en": "The request goes on",
        "de": "Die Anfrage geht weiter",
        "es": "La solicitud continúa",
        "pt": "O pedido continua",
    },
    Verb.withdraw: {
        "en": "The request was withdrawn",
        "de": "Die Anfrage wurde zurückgezogen",
        "es": "La solicitud se retiró",
        "pt": "O pedido foi retirado",
    },
    Verb.cancel: {
        "en": "The coaching was cancelled",
        "de": "Die Beratung wurde abgesagt",
        "es": "La asesoría se canceló",
        "pt": "A mentoria foi cancelada",
    },
}
AGREED: Said = {
    "en": "The other side wants to finish early; please agree, or say what is still missing",
    "de": "Die andere Seite möchte vorzeitig abschließen; bitte stimmen Sie zu oder sagen Sie, was noch fehlt",
    "es": "La otra parte quiere terminar antes; acepte o diga qué falta",
    "pt": "O outro lado quer terminar antes; concorde ou diga o que falta",
}
REMINDED: Said = {
    "en": "Your answer is still waited for",
    "de": "Ihre Antwort steht noch aus",
    "es": "Aún se espera su respuesta",
    "pt": "Ainda se espera a sua resposta",
}
