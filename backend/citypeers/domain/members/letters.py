"""The letters of membership: seats, applications, invitations of organisations; and what is told in them."""

from citypeers.core.mail import Words, group, words

MEMBERSHIPS = group(
    "memberships",
    {"en": "Memberships and seats", "de": "Mitgliedschaften und Sitze", "es": "Membresías y puestos", "pt": "Adesões e assentos"},
)
SEAT_STEP = words(
    "seat-step",
    {
        "en": Words(
            "{network}: {what}",
            ("Hello {name},", "{what}: {seat} in {network}.", "{reason}"),
            "See the seat",
        ),
        "de": Words(
            "{network}: {what}",
            ("Guten Tag {name},", "{what}: {seat} in {network}.", "{reason}"),
            "Sitz ansehen",
        ),
        "es": Words(
            "{network}: {what}",
            ("Hola, {name}:", "{what}: {seat} en {network}.", "{reason}"),
            "Ver el puesto",
        ),
        "pt": Words(
            "{network}: {what}",
            ("Olá, {name},", "{what}: {seat} em {network}.", "{reason}"),
            "Ver o assento",
        ),
    },
    MEMBERSHIPS,
)
WHAT = {
    "nominate": {
        "en": "A person was nominated",
        "de": "Eine Person wurde nominiert",
        "es": "Se ha propuesto a una persona",
        "pt": "Uma pessoa foi indicada",
    },
    "confirm": {
        "en": "The nomination was confirmed",
        "de": "Die Nominierung wurde bestätigt",
        "es": "Se ha confirmado la propuesta",
        "pt": "A indicação foi confirmada",
    },
    "refuse": {
        "en": "The nomination was refused",
        "de": "Die Nominierung wurde abgelehnt",
        "es": "Se ha rechazado la propuesta",
        "pt": "A indicação foi recusada",
    },
    "withdraw": {
        "en": "The nomination was withdrawn",
        "de": "Die Nominierung wurde zurückgezogen",
        "es": "Se ha retirado la propuesta",
        "pt": "A indicação foi retirada",
    },
    "begin_leave": {
        "en": "A leave began; the deputy acts",
        "de": "Eine Abwesenheit begann; die Vertretung handelt",
        "es": "Comenzó una ausencia; actúa la suplencia",
        "pt": "Começou uma ausência; a suplência atua",
    },
    "end_leave": {
        "en": "The leave ended",
        "de": "Die Abwesenheit ist beendet",
        "es": "Terminó la ausencia",
        "pt": "A ausência terminou",
    },
    "step_down": {
        "en": "A representative stepped down",
        "de": "Eine Vertretung ist zurückgetreten",
        "es": "Un representante ha renunciado",
        "pt": "Um representante renunciou",
    },
    "recall": {
        "en": "A representative was recalled",
        "de": "Eine Vertretung wurde abberufen",
        "es": "Se ha retirado a un representante",
        "pt": "Um representante foi destituído",
    },
    "hand_over": {
        "en": "The country has another focal point",
        "de": "Das Land hat eine andere Kontaktstelle",
        "es": "El país tiene otro punto focal",
        "pt": "O país tem outro ponto focal",
    },
    "account_gone": {
        "en": "An account ended; its duties are the secretariat's now",
        "de": "Ein Konto endete; seine Aufgaben hat jetzt das Sekretariat",
        "es": "Terminó una cuenta; sus tareas pasan a la secretaría",
        "pt": "Uma conta terminou; suas tarefas passam à secretaria",
    },
}
SEATS = {
    "national": {"en": "national seat", "de": "nationaler Sitz", "es": "puesto nacional", "pt": "assento nacional"},
    "municipal": {"en": "municipal seat", "de": "kommunaler Sitz", "es": "puesto municipal", "pt": "assento municipal"},
}
MEMBERSHIP_STEP = words(
    "membership-step",
    {
        "en": Words("{network}: {what}", ("Hello {name},", "{member}: {what}.", "{reason}"), "See the network"),
        "de": Words("{network}: {what}", ("Guten Tag {name},", "{member}: {what}.", "{reason}"), "Netzwerk ansehen"),
        "es": Words("{network}: {what}", ("Hola, {name}:", "{member}: {what}.", "{reason}"), "Ver la red"),
        "pt": Words("{network}: {what}", ("Olá, {name},", "{member}: {what}.", "{reason}"), "Ver a rede"),
    },
    MEMBERSHIPS,
)
MEMBERSHIP = {
    "accept": {"en": "invitation accepted", "de": "Einladung angenommen", "es": "invitación aceptada", "pt": "convite aceito"},
    "admit": {"en": "admitted", "de": "aufgenommen", "es": "admitido", "pt": "admitido"},
    "decline": {"en": "invitation declined", "de": "Einladung abgelehnt", "es": "invitación rechazada", "pt": "convite recusado"},
    "refuse": {
        "en": "application not accepted",
        "de": "Bewerbung nicht angenommen",
        "es": "solicitud no aceptada",
        "pt": "pedido não aceito",
    },
    "withdraw": {"en": "withdrawn", "de": "zurückgezogen", "es": "retirado", "pt": "retirado"},
    "reapply": {"en": "applied again", "de": "erneut beworben", "es": "nueva solicitud", "pt": "novo pedido"},
    "reinvite": {"en": "invited again", "de": "erneut eingeladen", "es": "nueva invitación", "pt": "novo convite"},
    "observe": {
        "en": "observer from now on",
        "de": "ab jetzt beobachtend",
        "es": "observador desde ahora",
        "pt": "observador a partir de agora",
    },
    "suspend": {
        "en": "membership suspended",
        "de": "Mitgliedschaft ausgesetzt",
        "es": "membresía suspendida",
        "pt": "associação suspensa",
    },
    "resume": {
        "en": "membership active again",
        "de": "Mitgliedschaft wieder aktiv",
        "es": "membresía activa de nuevo",
        "pt": "associação ativa de novo",
    },
    "leave": {"en": "left the network", "de": "aus dem Netzwerk ausgetreten", "es": "salió de la red", "pt": "saiu da rede"},
    "expel": {"en": "membership ended", "de": "Mitgliedschaft beendet", "es": "membresía terminada", "pt": "associação encerrada"},
    "readmit": {"en": "admitted again", "de": "wieder aufgenommen", "es": "admitido de nuevo", "pt": "admitido de novo"},
    "apply": {
        "en": "an organisation applies",
        "de": "eine Organisation bewirbt sich",
        "es": "una organización solicita entrar",
        "pt": "uma organização pede para entrar",
    },
    "invite": {
        "en": "invited to join",
        "de": "zur Mitgliedschaft eingeladen",
        "es": "invitado a unirse",
        "pt": "convidado a participar",
    },
}
CONFIRM_APPLICATION = words(
    "confirm-application",
    {
        "en": Words(
            "Confirm your application to {network}",
            (
                "Hello {name},",
                "you asked that {member} may join {network}. Open the link within three days to send the application off. "
                "If it was not you, do nothing.",
            ),
            "Confirm the application",
        ),
        "de": Words(
            "Bestätigen Sie Ihre Bewerbung bei {network}",
            (
                "Guten Tag {name},",
                "Sie haben die Aufnahme von {member} in {network} beantragt. Öffnen Sie binnen drei Tagen den Link, um die Bewerbung "
                "abzuschicken. Waren Sie es nicht, müssen Sie nichts tun.",
            ),
            "Bewerbung bestätigen",
        ),
        "es": Words(
            "Confirme su solicitud a {network}",
            (
                "Hola, {name}:",
                "pidió que {member} entre en {network}. Abra el enlace en tres días para enviar la solicitud. Si no fue usted, no haga nada.",
            ),
            "Confirmar la solicitud",
        ),
        "pt": Words(
            "Confirme seu pedido a {network}",
            (
                "Olá, {name},",
                "você pediu que {member} entre em {network}. Abra o link em três dias para enviar o pedido. Se não foi você, não faça nada.",
            ),
            "Confirmar o pedido",
        ),
    },
)
