"""The sentences about refused steps of those who hold seats."""

from citypeers.core.messages import Problems

PROBLEMS: Problems = {
    "seat-wrong-step": {
        "en": ("That step does not lead on from here", "The seat is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Der Sitz steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "El puesto está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "O assento está no estado {state}."),
    },
    "own-nomination": {
        "en": ("Someone else has to decide this", "Nobody confirms or refuses their own nomination, nor one they made."),
        "de": (
            "Das muss jemand anders entscheiden",
            "Niemand bestätigt oder verwirft die eigene Nominierung oder eine selbst ausgesprochene.",
        ),
        "es": ("Debe decidirlo otra persona", "Nadie confirma ni rechaza su propia propuesta ni la que hizo."),
        "pt": ("Outra pessoa tem de decidir isto", "Ninguém confirma nem recusa a própria indicação nem a que fez."),
    },
    "focal-point-nominates": {
        "en": (
            "The country's focal point nominates",
            "This country has a focal point. Ask it to nominate; the secretariat then confirms.",
        ),
        "de": (
            "Die Kontaktstelle des Landes nominiert",
            "Dieses Land hat eine Kontaktstelle. Bitten Sie sie um die Nominierung; das Sekretariat bestätigt dann.",
        ),
        "es": (
            "Propone el punto focal del país",
            "Este país tiene un punto focal. Pídale que proponga; la secretaría confirma después.",
        ),
        "pt": (
            "Quem indica é o ponto focal do país",
            "Este país tem um ponto focal. Peça-lhe que indique; a secretaria confirma depois.",
        ),
    },
    "successor-first": {
        "en": (
            "Name a successor first",
            "You are your country's focal point. Hand that over to another national representative, or ask the secretariat.",
        ),
        "de": (
            "Benennen Sie zuerst eine Nachfolge",
            "Sie sind die Kontaktstelle Ihres Landes. Übergeben Sie das einer anderen nationalen Vertretung, oder fragen Sie das Sekretariat.",
        ),
        "es": (
            "Nombre antes a quien le suceda",
            "Usted es el punto focal de su país. Páselo a otro representante nacional o pida ayuda a la secretaría.",
        ),
        "pt": (
            "Nomeie primeiro quem o sucede",
            "Você é o ponto focal de seu país. Passe isso a outro representante nacional ou peça ajuda à secretaria.",
        ),
    },
    "deputy-needed": {
        "en": ("A leave needs a deputy", "Nominate one first, have them confirmed, and let them accept the invitation."),
        "de": (
            "Eine Abwesenheit braucht eine Vertretung",
            "Nominieren Sie zuerst eine, lassen Sie sie bestätigen und die Einladung annehmen.",
        ),
        "es": ("Una ausencia necesita suplencia", "Proponga antes a alguien y espere a que se confirme y acepte la invitación."),
        "pt": ("Uma ausência precisa de suplência", "Indique alguém primeiro e aguarde a confirmação e o aceite do convite."),
    },
    "not-national": {
        "en": ("The focal point is a national representative", "Choose a confirmed person on one of the country's national seats."),
        "de": (
            "Die Kontaktstelle ist eine nationale Vertretung",
            "Wählen Sie eine bestätigte Person auf einem nationalen Sitz des Landes.",
        ),
        "es": ("El punto focal es un representante nacional", "Elija a una persona confirmada en un puesto nacional del país."),
        "pt": ("O ponto focal é um representante nacional", "Escolha uma pessoa confirmada em um assento nacional do país."),
    },
    "own-deputy": {
        "en": ("This person is already at the seat", "Name somebody else: nobody stands in for themselves."),
        "de": ("Diese Person hat schon mit dem Sitz zu tun", "Benennen Sie jemand anderen: Niemand vertritt sich selbst."),
        "es": ("Esta persona ya está en el puesto", "Proponga a otra: nadie se suple a sí mismo."),
        "pt": ("Esta pessoa já está no assento", "Indique outra: ninguém é suplente de si mesmo."),
    },
    "seat-taken": {
        "en": ("Someone was named meanwhile", "Look at the seat as it is now."),
        "de": ("Inzwischen wurde jemand benannt", "Sehen Sie sich den Sitz im jetzigen Stand an."),
        "es": ("Entretanto se nombró a alguien", "Mire el puesto tal como está ahora."),
        "pt": ("Entretanto alguém foi indicado", "Veja o assento como está agora."),
    },
}
