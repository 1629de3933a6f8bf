"""The sentences about refused steps of replications."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "replication-wrong-step": {
        "en": ("That step does not lead on from here", "The replication is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Die Übernahme steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "La réplica está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "A réplica está no estado {state}."),
    },
    "project-not-live": {
        "en": ("This project is not published", "Only a published project can be done again. Wait until it is published."),
        "de": (
            "Dieses Projekt ist nicht veröffentlicht",
            "Übernehmen lässt sich nur ein veröffentlichtes Projekt. Warten Sie, bis es veröffentlicht ist.",
        ),
        "es": ("Este proyecto no está publicado", "Solo se replica un proyecto publicado. Espere a que se publique."),
        "pt": ("Este projeto não está publicado", "Só se replica um projeto publicado. Espere até que seja publicado."),
    },
    "own-city": {
        "en": (
            "This is your own project",
            "Who leads a project, takes part in it or is in the same place does not do it again. Name another organisation.",
        ),
        "de": (
            "Das ist das eigene Projekt",
            "Wer ein Projekt leitet, daran beteiligt ist oder am selben Ort liegt, übernimmt es nicht. "
            "Nennen Sie eine andere Organisation.",
        ),
        "es": (
            "Este es su propio proyecto",
            "Quien dirige un proyecto, participa en él o está en el mismo lugar no lo replica. Indique otra organización.",
        ),
        "pt": (
            "Este é o próprio projeto",
            "Quem lidera um projeto, participa dele ou está no mesmo lugar não o replica. Indique outra organização.",
        ),
    },
    "replication-circle": {
        "en": (
            "This would lead back to where it came from",
            "The one project descends from the other already. Name the project that came first as the source.",
        ),
        "de": (
            "Das führte dorthin zurück, woher es kam",
            "Das eine Projekt stammt schon vom anderen ab. Nennen Sie das frühere als Vorbild.",
        ),
        "es": (
            "Esto volvería a su propio origen",
            "Un proyecto ya procede del otro. Indique como origen el que fue primero.",
        ),
        "pt": (
            "Isto voltaria à própria origem",
            "Um projeto já descende do outro. Indique como origem o que veio primeiro.",
        ),
    },
    "replication-open": {
        "en": (
            "This organisation is at it already",
            "It has an open replication of this project. Go on with that one, or abandon it first.",
        ),
        "de": (
            "Diese Organisation ist schon dabei",
            "Sie hat eine offene Übernahme dieses Projekts. Führen Sie diese fort oder brechen Sie sie zuerst ab.",
        ),
        "es": (
            "Esta organización ya está en ello",
            "Tiene una réplica abierta de este proyecto. Continúe con ella o abandónela primero.",
        ),
        "pt": (
            "Esta organização já está nisso",
            "Ela tem uma réplica aberta deste projeto. Continue com ela ou abandone-a primeiro.",
        ),
    },
    "confirms-for-both": {
        "en": ("Someone else has to confirm this", "You confirmed it for one side. Ask somebody else to confirm it for the other."),
        "de": (
            "Das muss jemand anders bestätigen",
            "Sie haben es für die eine Seite bestätigt. Bitten Sie jemand anderen, es für die andere zu tun.",
        ),
        "es": (
            "Debe confirmarlo otra persona",
            "Usted lo confirmó por una parte. Pida a otra persona que lo confirme por la otra.",
        ),
        "pt": ("Outra pessoa tem de confirmar isto", "Você confirmou por um lado. Peça a outra pessoa que confirme pelo outro."),
    },
    "side-confirms-itself": {
        "en": (
            "This side confirms for itself",
            "The staff confirms only where nobody acts for a side. Write to the people of that organisation.",
        ),
        "de": (
            "Diese Seite bestätigt selbst",
            "Das Sekretariat bestätigt nur, wo für eine Seite niemand handelt. Schreiben Sie den Leuten dieser Organisation.",
        ),
        "es": (
            "Esta parte confirma por sí misma",
            "La secretaría solo confirma cuando nadie actúa por una parte. Escriba a las personas de esa organización.",
        ),
        "pt": (
            "Este lado confirma por si mesmo",
            "A secretaria só confirma quando ninguém age por um lado. Escreva às pessoas dessa organização.",
        ),
    },
    "nobody-of-either-side": {
        "en": (
            "One of the two has to confirm it itself",
            "Nobody acts for either side, and the staff confirms for one only. Invite somebody of one of the organisations first.",
        ),
        "de": (
            "Eine der beiden Seiten muss selbst bestätigen",
            "Für keine Seite handelt jemand, und das Sekretariat bestätigt nur für eine. "
            "Laden Sie zuerst jemanden aus einer der Organisationen ein.",
        ),
        "es": (
            "Una de las dos partes debe confirmarlo por sí misma",
            "Nadie actúa por ninguna de las partes, y la secretaría solo confirma por una. "
            "Invite primero a alguien de una de las organizaciones.",
        ),
        "pt": (
            "Um dos dois lados tem de confirmar por si mesmo",
            "Ninguém age por nenhum dos lados, e a secretaria só confirma por um. Convide primeiro alguém de uma das organizações.",
        ),
    },
    "replication-of-a-source": {
        "en": (
            "A public source tells of this replication",
            "It stays as the source says. Ask the secretariat where the source is wrong.",
        ),
        "de": (
            "Von dieser Übernahme berichtet eine öffentliche Quelle",
            "Sie bleibt, wie die Quelle es sagt. Irrt die Quelle, fragen Sie das Sekretariat.",
        ),
        "es": (
            "Una fuente pública habla de esta réplica",
            "Queda como dice la fuente. Si la fuente se equivoca, consulte a la secretaría.",
        ),
        "pt": (
            "Uma fonte pública fala desta réplica",
            "Fica como diz a fonte. Se a fonte estiver errada, consulte a secretaria.",
        ),
    },
}
VALUES: Values = {
    "not_its_project": {
        "en": "No project that the adopting organisation leads has this id.",
        "de": "Kein Projekt, das die übernehmende Organisation leitet, hat diese Kennung.",
        "es": "Ningún proyecto dirigido por la organización que replica tiene este identificador.",
        "pt": "Nenhum projeto liderado pela organização que replica tem este identificador.",
    },
}
