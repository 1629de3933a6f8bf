"""The sentences about refused changes to organisations and refused files of organisations."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "organisation-slug-taken": {
        "en": ("Another organisation has that short address", "Look whether it is the same one. If not, choose another."),
        "de": (
            "Eine andere Organisation trägt diese Kurzadresse",
            "Sehen Sie nach, ob es dieselbe ist. Wenn nicht, wählen Sie eine andere.",
        ),
        "es": ("Otra organización ya tiene esa dirección corta", "Mire si es la misma. Si no lo es, elija otra."),
        "pt": ("Outra organização já tem esse endereço curto", "Veja se é a mesma. Se não for, escolha outro."),
    },
    "organisation-leads-back": {
        "en": (
            "That would go in a circle",
            "Each organisation leads on to another, never back to itself: {way}. Nothing was written.",
        ),
        "de": (
            "Das ginge im Kreis",
            "Jede Organisation führt zu einer anderen, nie zu sich zurück: {way}. Nichts wurde geschrieben.",
        ),
        "es": (
            "Eso daría una vuelta completa",
            "Cada organización lleva a otra y nunca vuelve a sí misma: {way}. No se escribió nada.",
        ),
        "pt": ("Isso andaria em círculo", "Cada organização leva a outra e nunca volta a si mesma: {way}. Nada foi escrito."),
    },
    "fields-of-staff": {
        "en": (
            "Only the secretariat changes that",
            "You may change how your organisation is called and its website. Write to the secretariat about the rest.",
        ),
        "de": (
            "Das ändert nur das Sekretariat",
            "Sie können ändern, wie Ihre Organisation heißt, und ihre Website. Schreiben Sie wegen des Übrigen dem Sekretariat.",
        ),
        "es": (
            "Eso solo lo cambia la secretaría",
            "Usted puede cambiar cómo se llama su organización y su sitio web. Para lo demás, escriba a la secretaría.",
        ),
        "pt": (
            "Isso só a secretaria muda",
            "Você pode mudar como sua organização se chama e seu site. Para o resto, escreva à secretaria.",
        ),
    },
}

VALUES: Values = {
    "slug_taken": {
        "en": "This short address is in use.",
        "de": "Diese Kurzadresse ist vergeben.",
        "es": "Esta dirección corta ya está en uso.",
        "pt": "Este endereço curto já está em uso.",
    },
    "leads_back": {
        "en": "This leads back to the organisation itself. Choose another one.",
        "de": "Das führt zur Organisation selbst zurück. Wählen Sie eine andere.",
        "es": "Esto lleva de vuelta a la propia organización. Elija otra.",
        "pt": "Isto leva de volta à própria organização. Escolha outra.",
    },
    "field_of_staff": {
        "en": "Only the secretariat changes this.",
        "de": "Das ändert nur das Sekretariat.",
        "es": "Esto solo lo cambia la secretaría.",
        "pt": "Isto só a secretaria muda.",
    },
    "place_whole": {
        "en": "Give both latitude and longitude, or neither.",
        "de": "Geben Sie Breite und Länge an, oder keines von beiden.",
        "es": "Indique latitud y longitud, o ninguna de las dos.",
        "pt": "Indique latitude e longitude, ou nenhuma das duas.",
    },
    "web_address": {
        "en": "Write the whole address, beginning with https://.",
        "de": "Schreiben Sie die ganze Adresse, beginnend mit https://.",
        "es": "Escriba la dirección completa, empezando por https://.",
        "pt": "Escreva o endereço completo, começando por https://.",
    },
    "names_in_order": {
        "en": "Names of one kind follow one another: say when the earlier one ended and when the next began.",
        "de": "Namen einer Art folgen aufeinander: Nennen Sie, wann der frühere endete und der nächste begann.",
        "es": "Los nombres de un mismo tipo se suceden: indique cuándo terminó el anterior y cuándo empezó el siguiente.",
        "pt": "Os nomes de um mesmo tipo se sucedem: diga quando o anterior terminou e quando o seguinte começou.",
    },
    "dates_in_order": {
        "en": "A fact does not end before it begins.",
        "de": "Eine Tatsache endet nicht, bevor sie beginnt.",
        "es": "Un hecho no termina antes de empezar.",
        "pt": "Um fato não termina antes de começar.",
    },
}
