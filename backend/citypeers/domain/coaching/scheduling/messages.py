"""The sentences about times, sessions and calls."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "slot-past": {
        "en": ("That time is over", "Choose a time that is still to come."),
        "de": ("Diese Zeit ist vorbei", "Wählen Sie eine Zeit, die noch kommt."),
        "es": ("Esa hora ya pasó", "Elija una hora que aún esté por venir."),
        "pt": ("Esse horário já passou", "Escolha um horário que ainda esteja por vir."),
    },
    "zone-not-known": {
        "en": (
            "A time zone is missing",
            "{who} lies in a country with several time zones. Ask it to state its own with its office hours.",
        ),
        "de": (
            "Eine Zeitzone fehlt",
            "{who} liegt in einem Land mit mehreren Zeitzonen. Bitten Sie darum, sie bei den Bürozeiten anzugeben.",
        ),
        "es": (
            "Falta una zona horaria",
            "{who} está en un país con varias zonas horarias. Pida que indique la suya con su horario de oficina.",
        ),
        "pt": (
            "Falta um fuso horário",
            "{who} fica em um país com vários fusos. Peça que informe o seu junto com o horário de expediente.",
        ),
    },
    "session-not-planned": {
        "en": ("This session is not to come", "It is {state} already. Plan a further session instead."),
        "de": ("Diese Sitzung steht nicht mehr bevor", "Ihr Stand ist {state}. Planen Sie stattdessen eine weitere."),
        "es": ("Esta sesión ya no está pendiente", "Su estado es {state}. Planifique otra sesión."),
        "pt": ("Esta sessão já não está por vir", "O estado dela é {state}. Planeje outra sessão."),
    },
    "session-ahead": {
        "en": ("This session is still to come", "It begins at {starts}. Say then whether it was held; until then it can be moved."),
        "de": (
            "Diese Sitzung steht noch bevor",
            "Sie beginnt um {starts}. Sagen Sie dann, ob sie stattfand; bis dahin lässt sie sich verlegen.",
        ),
        "es": (
            "Esta sesión aún está por venir",
            "Empieza a las {starts}. Diga entonces si se celebró; hasta ese momento puede trasladarla.",
        ),
        "pt": (
            "Esta sessão ainda está por vir",
            "Ela começa em {starts}. Diga então se aconteceu; até lá pode ser mudada de data.",
        ),
    },
    "call-closed": {
        "en": ("The call is not open", "It can be entered from {opens} to {closes}."),
        "de": ("Der Raum ist nicht offen", "Man kommt von {opens} bis {closes} hinein."),
        "es": ("La llamada no está abierta", "Se puede entrar de {opens} a {closes}."),
        "pt": ("A chamada não está aberta", "É possível entrar de {opens} até {closes}."),
    },
    "calls-not-offered": {
        "en": (
            "There are no calls on this platform",
            "It is connected to no call service. Meet in a call of your own and paste its link.",
        ),
        "de": (
            "Auf dieser Plattform gibt es keine Anrufe",
            "Sie ist mit keinem Dienst für Anrufe verbunden. Treffen Sie sich in einem eigenen Anruf und fügen Sie dessen Link ein.",
        ),
        "es": (
            "En esta plataforma no hay llamadas",
            "No está conectada a ningún servicio de llamadas. Reúnanse en una llamada propia y pegue su enlace.",
        ),
        "pt": (
            "Nesta plataforma não há chamadas",
            "Ela não está ligada a nenhum serviço de chamadas. Reúnam-se em uma chamada própria e cole o link dela.",
        ),
    },
    "calls-silent": {
        "en": ("The call service does not answer", "Try again in a minute, or change the session to a link of your own."),
        "de": (
            "Der Dienst für Anrufe antwortet nicht",
            "Versuchen Sie es in einer Minute wieder, oder legen Sie die Sitzung auf einen eigenen Link.",
        ),
        "es": (
            "El servicio de llamadas no responde",
            "Inténtelo de nuevo en un minuto o cambie la sesión a un enlace propio.",
        ),
        "pt": (
            "O serviço de chamadas não responde",
            "Tente de novo em um minuto ou mude a sessão para um link próprio.",
        ),
    },
}
VALUES: Values = {
    "zone_unknown": {
        "en": "No time zone bears this name. Write it as Continent/City, such as America/Fortaleza.",
        "de": "Keine Zeitzone heißt so. Schreiben Sie sie als Kontinent/Stadt, etwa America/Fortaleza.",
        "es": "Ninguna zona horaria se llama así. Escríbala como Continente/Ciudad, por ejemplo America/Fortaleza.",
        "pt": "Nenhum fuso horário tem esse nome. Escreva-o como Continente/Cidade, por exemplo America/Fortaleza.",
    },
    "ends_before_it_starts": {
        "en": "The end is not after the beginning.",
        "de": "Das Ende liegt nicht nach dem Anfang.",
        "es": "El final no es posterior al comienzo.",
        "pt": "O fim não vem depois do início.",
    },
    "hours_overlap": {
        "en": "Two ranges of this day overlap. Make them one.",
        "de": "Zwei Zeiträume dieses Tages überschneiden sich. Machen Sie einen daraus.",
        "es": "Dos tramos de este día se solapan. Únalos en uno.",
        "pt": "Dois períodos deste dia se sobrepõem. Junte-os em um só.",
    },
    "not_a_party": {
        "en": "You do not speak for this city here, or for several: name the one that answers.",
        "de": "Sie sprechen hier nicht für diese Stadt oder für mehrere: Nennen Sie die, die antwortet.",
        "es": "Usted no habla aquí por esta ciudad, o habla por varias: indique la que responde.",
        "pt": "Você não fala aqui por esta cidade, ou fala por várias: indique a que responde.",
    },
    "no_such_slot": {
        "en": "Nobody has proposed this time.",
        "de": "Diese Zeit hat niemand vorgeschlagen.",
        "es": "Nadie ha propuesto esta hora.",
        "pt": "Ninguém propôs este horário.",
    },
    "series_of_event": {
        "en": "An event has one date. Book the other times as sessions.",
        "de": "Eine Veranstaltung hat einen Termin. Buchen Sie die anderen Zeiten als Sitzungen.",
        "es": "Un evento tiene una sola fecha. Reserve las otras horas como sesiones.",
        "pt": "Um evento tem uma só data. Marque os outros horários como sessões.",
    },
    "no_such_session": {
        "en": "This coaching has no such session.",
        "de": "Dieses Coaching hat keine solche Sitzung.",
        "es": "Este acompañamiento no tiene esa sesión.",
        "pt": "Este acompanhamento não tem essa sessão.",
    },
    "slot_uneven": {
        "en": "Times begin on the quarter of an hour.",
        "de": "Zeiten beginnen zur Viertelstunde.",
        "es": "Las horas empiezan en los cuartos de hora.",
        "pt": "Os horários começam nos quartos de hora.",
    },
    "too_many_slots": {
        "en": "More than 500 times are proposed for this coaching. Leave some out.",
        "de": "Für dieses Coaching sind mehr als 500 Zeiten vorgeschlagen. Lassen Sie einige weg.",
        "es": "Hay más de 500 horas propuestas para este acompañamiento. Quite algunas.",
        "pt": "Há mais de 500 horários propostos para este acompanhamento. Retire alguns.",
    },
    "slot_past": {
        "en": "This time is over.",
        "de": "Diese Zeit ist vorbei.",
        "es": "Esta hora ya pasó.",
        "pt": "Este horário já passou.",
    },
    "slot_too_far": {
        "en": "This time is more than two years away.",
        "de": "Diese Zeit liegt mehr als zwei Jahre in der Zukunft.",
        "es": "Faltan más de dos años para esta hora.",
        "pt": "Faltam mais de dois anos para este horário.",
    },
}
