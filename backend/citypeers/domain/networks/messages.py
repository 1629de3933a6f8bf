"""The sentences about refused changes to networks and refused files of networks."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "slug-taken": {
        "en": ("Another network has that slug", "Choose another one."),
        "de": ("Ein anderes Netzwerk trägt diese Kurzadresse", "Wählen Sie eine andere."),
        "es": ("Otra red ya tiene esa dirección corta", "Elija otra."),
        "pt": ("Outra rede já tem esse endereço curto", "Escolha outro."),
    },
    "wrong-state": {
        "en": ("That step does not lead on from here", "The profile is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Das Profil steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "El perfil está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "O perfil está no estado {state}."),
    },
}

VALUES: Values = {
    "years": {
        "en": "A network does not end before it is founded.",
        "de": "Ein Netzwerk endet nicht vor seiner Gründung.",
        "es": "Una red no termina antes de fundarse.",
        "pt": "Uma rede não termina antes de ser fundada.",
    },
    "qualified_count": {
        "en": "A number of members needs its qualifier: exact, about, over or counted.",
        "de": "Eine Mitgliederzahl braucht ihre Einordnung: exact, about, over oder counted.",
        "es": "Un número de miembros necesita su calificador: exact, about, over o counted.",
        "pt": "Um número de membros precisa de seu qualificador: exact, about, over ou counted.",
    },
    "profile_fields": {
        "en": "A profile has its 14 fields, each once and in order.",
        "de": "Ein Profil hat seine 14 Felder, jedes einmal und der Reihe nach.",
        "es": "Un perfil tiene sus 14 campos, cada uno una vez y en orden.",
        "pt": "Um perfil tem seus 14 campos, cada um uma vez e em ordem.",
    },
    "one_reading": {
        "en": "Exactly one of several readings counts.",
        "de": "Genau eine von mehreren Lesarten zählt.",
        "es": "Exactamente una de varias lecturas cuenta.",
        "pt": "Exatamente uma de várias leituras conta.",
    },
    "one_target": {
        "en": "A relation leads to a network or to an organisation, to one of them.",
        "de": "Eine Beziehung führt zu einem Netzwerk oder zu einer Organisation, nur zu einem davon.",
        "es": "Una relación lleva a una red o a una organización, solo a una.",
        "pt": "Uma relação leva a uma rede ou a uma organização, apenas a uma.",
    },
    "no_data_fields": {
        "en": "Name only fields of the profile as gaps.",
        "de": "Nennen Sie als Lücken nur Felder des Profils.",
        "es": "Indique como vacíos solo campos del perfil.",
        "pt": "Indique como lacunas apenas campos do perfil.",
    },
}
