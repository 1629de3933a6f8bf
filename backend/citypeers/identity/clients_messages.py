"""The sentences about refusals that partner systems meet: clients, tokens and repeated requests."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "idempotency-other-body": {
        "en": ("This key was used for something else", "Send the same body under the same Idempotency-Key, or choose a new key."),
        "de": (
            "Dieser Schlüssel wurde für anderes benutzt",
            "Senden Sie unter demselben Idempotency-Key denselben Inhalt oder wählen Sie einen neuen.",
        ),
        "es": ("Esta clave se usó para otra cosa", "Envíe el mismo cuerpo con la misma Idempotency-Key o elija otra clave."),
        "pt": ("Esta chave foi usada para outra coisa", "Envie o mesmo corpo com a mesma Idempotency-Key ou escolha outra chave."),
    },
    "idempotency-running": {
        "en": ("The first request with this key is still running", "Wait a moment, then send it again."),
        "de": ("Die erste Anfrage mit diesem Schlüssel läuft noch", "Warten Sie einen Moment und senden Sie sie dann erneut."),
        "es": ("La primera solicitud con esta clave sigue en curso", "Espere un momento y envíela de nuevo."),
        "pt": ("O primeiro pedido com esta chave ainda está em curso", "Espere um momento e envie-o de novo."),
    },
    "invalid-request": {
        "en": (
            "The token request is incomplete",
            "Send one grant type and one proof of who asks, as a form; name every field once.",
        ),
        "de": (
            "Die Token-Anfrage ist unvollständig",
            "Senden Sie einen Grant-Typ und einen Nachweis als Formular; nennen Sie jedes Feld einmal.",
        ),
        "es": (
            "La petición del token está incompleta",
            "Envíe un tipo de concesión y una sola prueba, como formulario; indique cada campo una vez.",
        ),
        "pt": (
            "O pedido do token está incompleto",
            "Envie um tipo de concessão e uma só prova, como formulário; indique cada campo uma vez.",
        ),
    },
    "invalid-client": {
        "en": (
            "This system is not known here",
            "Check its id and its secret or key. A secret may have ended, or the system may be disabled.",
        ),
        "de": (
            "Dieses System ist hier nicht bekannt",
            "Prüfen Sie Kennung und Geheimnis oder Schlüssel. Vielleicht ist das Geheimnis abgelaufen oder das System gesperrt.",
        ),
        "es": (
            "Este sistema no se conoce aquí",
            "Revise su identificador y su secreto o clave. El secreto puede haber caducado o el sistema estar desactivado.",
        ),
        "pt": (
            "Este sistema não é conhecido aqui",
            "Verifique o identificador e o segredo ou a chave. O segredo pode ter expirado ou o sistema estar desativado.",
        ),
    },
    "unsupported-grant-type": {
        "en": ("Tokens are not given in this way", "Ask with the grant type client_credentials."),
        "de": ("Auf diesem Weg gibt es keine Token", "Fragen Sie mit dem Grant-Typ client_credentials."),
        "es": ("No se dan tokens de esta manera", "Pida con el tipo de concesión client_credentials."),
        "pt": ("Não se dão tokens desta maneira", "Peça com o tipo de concessão client_credentials."),
    },
    "invalid-scope": {
        "en": ("The system may not do all of this", "Ask only for scopes that the system was given, with one space between them."),
        "de": (
            "Das darf das System nicht alles",
            "Nennen Sie nur Rechte, die dem System gegeben sind, mit je einem Leerzeichen dazwischen.",
        ),
        "es": ("El sistema no puede hacer todo esto", "Pida solo permisos que el sistema tenga, separados por un espacio."),
        "pt": ("O sistema não pode fazer tudo isto", "Peça apenas permissões que o sistema tenha, separadas por um espaço."),
    },
    "secrets-full": {
        "en": ("There are two secrets already", "End one of them before you make another."),
        "de": ("Es gibt schon zwei Geheimnisse", "Beenden Sie eines davon, bevor Sie ein weiteres anlegen."),
        "es": ("Ya hay dos secretos", "Termine uno de ellos antes de crear otro."),
        "pt": ("Já há dois segredos", "Encerre um deles antes de criar outro."),
    },
    "wrong-client-state": {
        "en": ("That step does not lead on from here", "The system is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Das System steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "El sistema está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "O sistema está no estado {state}."),
    },
}

VALUES: Values = {
    "key_unusable": {
        "en": "Give a public key of the curve P-256 for ES256, or of RSA with 2048 to 4096 bits for RS256.",
        "de": "Geben Sie einen öffentlichen Schlüssel der Kurve P-256 für ES256 oder von RSA mit 2048 bis 4096 Bit für RS256 an.",
        "es": "Dé una clave pública de la curva P-256 para ES256, o RSA de 2048 a 4096 bits para RS256.",
        "pt": "Dê uma chave pública da curva P-256 para ES256, ou RSA de 2048 a 4096 bits para RS256.",
    },
    "keys_named_apart": {
        "en": "Give every key a name (kid) of its own.",
        "de": "Geben Sie jedem Schlüssel einen eigenen Namen (kid).",
        "es": "Dé a cada clave un nombre propio (kid).",
        "pt": "Dê a cada chave um nome próprio (kid).",
    },
    "in_future": {
        "en": "Name a moment that is still to come.",
        "de": "Nennen Sie einen Zeitpunkt, der noch kommt.",
        "es": "Indique un momento que aún esté por venir.",
        "pt": "Indique um momento que ainda esteja por vir.",
    },
    "country": {
        "en": "Name a country by its two letters (ISO 3166-1), such as BR.",
        "de": "Nennen Sie ein Land mit zwei Buchstaben (ISO 3166-1), etwa BR.",
        "es": "Indique un país con dos letras (ISO 3166-1), por ejemplo BR.",
        "pt": "Indique um país com duas letras (ISO 3166-1), por exemplo BR.",
    },
    "unknown_organisation": {
        "en": "No organisation has this slug. Import the organisation first, or correct the slug.",
        "de": "Keine Organisation trägt diese Kurzadresse. Importieren Sie sie zuerst, oder berichtigen Sie sie.",
        "es": "Ninguna organización tiene esta dirección corta. Impórtela primero o corrija la dirección.",
        "pt": "Nenhuma organização tem este endereço curto. Importe-a primeiro ou corrija o endereço.",
    },
}
