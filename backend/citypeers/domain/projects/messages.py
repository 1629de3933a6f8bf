"""The sentences about refused values of projects."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {}
VALUES: Values = {
    "unknown_topic": {
        "en": "There is no topic with this id. The list of topics has them all.",
        "de": "Kein Thema hat diese Kennung. Die Themenliste nennt alle.",
        "es": "Ningún tema tiene este identificador. La lista de temas los contiene todos.",
        "pt": "Nenhum tema tem este identificador. A lista de temas contém todos.",
    },
    "unknown_project": {
        "en": "No project has this key, or it is the project's own.",
        "de": "Kein Projekt hat diesen Schlüssel, oder es ist der eigene.",
        "es": "Ningún proyecto tiene esta clave, o es la propia.",
        "pt": "Nenhum projeto tem esta chave, ou é a própria.",
    },
    "amount_and_currency": {
        "en": "An amount and its currency belong together. Give both or neither.",
        "de": "Betrag und Währung gehören zusammen. Geben Sie beide an oder keines.",
        "es": "El importe y su moneda van juntos. Indique ambos o ninguno.",
        "pt": "O valor e sua moeda andam juntos. Indique ambos ou nenhum.",
    },
    "amount_or_band": {
        "en": "Give the amount, or only the order of magnitude, not both.",
        "de": "Geben Sie den Betrag an oder nur die Größenordnung, nicht beides.",
        "es": "Indique el importe o solo el orden de magnitud, no ambos.",
        "pt": "Indique o valor ou só a ordem de grandeza, não ambos.",
    },
    "measured_or_not": {
        "en": "This indicator has measurements. Remove the reason why there are none.",
        "de": "Für diesen Indikator gibt es Messwerte. Streichen Sie die Begründung, warum keine vorliegen.",
        "es": "Este indicador tiene mediciones. Quite el motivo por el que no las hay.",
        "pt": "Este indicador tem medições. Retire o motivo de não haver nenhuma.",
    },
    "one_a_day": {
        "en": "An indicator has one value for a day. Two are given for the same one.",
        "de": "Ein Indikator hat je Tag einen Wert. Für denselben Tag stehen zwei da.",
        "es": "Un indicador tiene un valor por día. Hay dos para el mismo.",
        "pt": "Um indicador tem um valor por dia. Há dois para o mesmo.",
    },
    "some_way": {
        "en": "Say how to reach the contact: an e-mail address or a website.",
        "de": "Sagen Sie, wie der Kontakt erreichbar ist: E-Mail-Adresse oder Website.",
        "es": "Diga cómo contactar: una dirección de correo o un sitio web.",
        "pt": "Diga como contatar: um endereço de e-mail ou um site.",
    },
    "ids_once": {
        "en": "Two parts of this project have the same id. Give each its own.",
        "de": "Zwei Teile dieses Projekts haben dieselbe Kennung. Geben Sie jedem eine eigene.",
        "es": "Dos partes de este proyecto tienen el mismo identificador. Dé a cada una el suyo.",
        "pt": "Duas partes deste projeto têm o mesmo identificador. Dê um próprio a cada uma.",
    },
}
