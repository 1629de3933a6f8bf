"""The letters of accounts, in our own words."""

from citypeers.core.mail import Words, words

INVITATION = words(
    "invitation",
    {
        "en": Words(
            "Your access to Citypeers",
            (
                "Hello {name},",
                "you are invited to work with others on Citypeers, the platform of networks of cities. Your role: {role}.",
                "Open the link to choose a password. It works once, until {expires}. If you did not expect this, do nothing.",
            ),
            "Accept the invitation",
        ),
        "de": Words(
            "Ihr Zugang zu Citypeers",
            (
                "Guten Tag {name},",
                "Sie sind eingeladen, auf Citypeers, der Plattform der Städtenetzwerke, mitzuarbeiten. Ihre Rolle: {role}.",
                "Öffnen Sie den Link und wählen Sie ein Passwort. Er gilt einmal, bis {expires}. Haben Sie das nicht erwartet, "
                "müssen Sie nichts tun.",
            ),
            "Einladung annehmen",
        ),
        "es": Words(
            "Su acceso a Citypeers",
            (
                "Hola, {name}:",
                "le invitamos a trabajar con otras personas en Citypeers, la plataforma de las redes de ciudades. Su papel: {role}.",
                "Abra el enlace y elija una contraseña. Funciona una sola vez, hasta el {expires}. Si no lo esperaba, no haga nada.",
            ),
            "Aceptar la invitación",
        ),
        "pt": Words(
            "Seu acesso ao Citypeers",
            (
                "Olá, {name},",
                "você está convidado a trabalhar com outras pessoas no Citypeers, a plataforma das redes de cidades. Seu papel: {role}.",
                "Abra o link e escolha uma senha. Ele funciona uma vez, até {expires}. Se não esperava isto, não faça nada.",
            ),
            "Aceitar o convite",
        ),
    },
)
RECOVERY = words(
    "recovery",
    {
        "en": Words(
            "Choose a new password",
            (
                "Hello {name},",
                "someone, probably you, asked for a new password for Citypeers. The link works once, for one hour. "
                "All browsers that are signed in will be signed out.",
                "If it was not you, do nothing: your password stays as it is.",
            ),
            "Choose a new password",
        ),
        "de": Words(
            "Neues Passwort wählen",
            (
                "Guten Tag {name},",
                "jemand, vermutlich Sie, hat ein neues Passwort für Citypeers angefordert. Der Link gilt einmal, für eine Stunde. "
                "Alle angemeldeten Browser werden abgemeldet.",
                "Waren Sie es nicht, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.",
            ),
            "Neues Passwort wählen",
        ),
        "es": Words(
            "Elija una contraseña nueva",
            (
                "Hola, {name}:",
                "alguien, probablemente usted, pidió una contraseña nueva para Citypeers. El enlace funciona una vez, durante una "
                "hora. Se cerrará la sesión en todos los navegadores.",
                "Si no fue usted, no haga nada: su contraseña sigue igual.",
            ),
            "Elegir contraseña",
        ),
        "pt": Words(
            "Escolha uma nova senha",
            (
                "Olá, {name},",
                "alguém, provavelmente você, pediu uma nova senha para o Citypeers. O link funciona uma vez, por uma hora. "
                "Todos os navegadores serão desconectados.",
                "Se não foi você, não faça nada: sua senha continua a mesma.",
            ),
            "Escolher nova senha",
        ),
    },
)
CHANGED = words(
    "account-changed",
    {
        "en": Words(
            "Your account was changed",
            ("Hello {name},", "{what}", "If it was not you, choose a new password now and write to the secretariat."),
        ),
        "de": Words(
            "Ihr Konto wurde geändert",
            (
                "Guten Tag {name},",
                "{what}",
                "Waren Sie es nicht, wählen Sie jetzt ein neues Passwort und schreiben Sie dem Sekretariat.",
            ),
        ),
        "es": Words(
            "Su cuenta ha cambiado",
            ("Hola, {name}:", "{what}", "Si no fue usted, elija ahora una contraseña nueva y escriba a la secretaría."),
        ),
        "pt": Words(
            "Sua conta foi alterada",
            ("Olá, {name},", "{what}", "Se não foi você, escolha agora uma nova senha e escreva à secretaria."),
        ),
    },
)
PASSWORD_CHANGED = {
    "en": "The password of your account was changed.",
    "de": "Das Passwort Ihres Kontos wurde geändert.",
    "es": "Se ha cambiado la contraseña de su cuenta.",
    "pt": "A senha de sua conta foi alterada.",
}
SECOND_FACTOR_SET = {
    "en": "A second factor was set up for your account.",
    "de": "Für Ihr Konto wurde ein zweiter Faktor eingerichtet.",
    "es": "Se ha configurado un segundo factor en su cuenta.",
    "pt": "Um segundo fator foi configurado em sua conta.",
}
SECOND_FACTOR_REMOVED = {
    "en": "The second factor of your account was removed.",
    "de": "Der zweite Faktor Ihres Kontos wurde entfernt.",
    "es": "Se ha quitado el segundo factor de su cuenta.",
    "pt": "O segundo fator de sua conta foi removido.",
}
PASSKEY_ADDED = {
    "en": "A passkey was added to your account.",
    "de": "Ihrem Konto wurde ein Passkey hinzugefügt.",
    "es": "Se ha añadido una llave de acceso a su cuenta.",
    "pt": "Uma chave de acesso foi adicionada à sua conta.",
}
PASSKEY_REMOVED = {
    "en": "A passkey was removed from your account.",
    "de": "Von Ihrem Konto wurde ein Passkey entfernt.",
    "es": "Se ha quitado una llave de acceso de su cuenta.",
    "pt": "Uma chave de acesso foi removida de sua conta.",
}
ROLES = {
    "member": {"en": "member", "de": "Mitglied", "es": "miembro", "pt": "membro"},
    "municipal_representative": {
        "en": "municipal representative",
        "de": "kommunale Vertretung",
        "es": "representante municipal",
        "pt": "representante municipal",
    },
    "national_representative": {
        "en": "national representative",
        "de": "nationale Vertretung",
        "es": "representante nacional",
        "pt": "representante nacional",
    },
    "steward": {
        "en": "steward of a network",
        "de": "Betreuung eines Netzwerks",
        "es": "responsable de una red",
        "pt": "responsável por uma rede",
    },
    "secretariat": {"en": "secretariat", "de": "Sekretariat", "es": "secretaría", "pt": "secretaria"},
    "administrator": {"en": "administrator", "de": "Administration", "es": "administración", "pt": "administração"},
}
"""What the roles that people are invited to are called."""
