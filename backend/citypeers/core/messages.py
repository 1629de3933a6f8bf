"""The sentences about refusals, in the platform's four languages: those of every room, and how a room adds its own."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

T = TypeVar("T")
Problems = Mapping[str, Mapping[str, tuple[str, str]]]
"""Problem name to (title, detail) per language."""
Values = Mapping[str, Mapping[str, str]]
"""Code of a refused value (those of Pydantic and our own) to its sentence per language."""

MESSAGES: dict[str, Mapping[str, tuple[str, str]]] = {
    "bad-request": {
        "en": ("The request cannot be read", "Check how the request is written and send it again."),
        "de": ("Die Anfrage ist nicht lesbar", "Prüfen Sie die Schreibweise der Anfrage und senden Sie sie erneut."),
        "es": ("No se puede leer la solicitud", "Revise cómo está escrita la solicitud y envíela de nuevo."),
        "pt": ("Não é possível ler o pedido", "Verifique como o pedido está escrito e envie-o de novo."),
    },
    "unauthorised": {
        "en": ("Sign in first", "This needs someone who is signed in, or the session has ended. Sign in and try again."),
        "de": (
            "Melden Sie sich zuerst an",
            "Dafür müssen Sie angemeldet sein, oder die Sitzung ist beendet. Melden Sie sich neu an.",
        ),
        "es": (
            "Inicie sesión primero",
            "Para esto hay que iniciar sesión, o la sesión ha terminado. Inicie sesión e inténtelo de nuevo.",
        ),
        "pt": ("Entre primeiro", "Para isto é preciso ter entrado, ou a sessão terminou. Entre e tente de novo."),
    },
    "foreign-origin": {
        "en": (
            "Another site asked for this",
            "Changes are taken from Citypeers' own pages and from programs, not from pages of other sites.",
        ),
        "de": (
            "Eine fremde Seite hat das verlangt",
            "Änderungen kommen von den eigenen Seiten von Citypeers oder von Programmen, nicht von fremden Seiten.",
        ),
        "es": (
            "Lo pidió otro sitio",
            "Los cambios se aceptan de las páginas de Citypeers y de programas, no de páginas de otros sitios.",
        ),
        "pt": (
            "Outro site pediu isto",
            "Alterações são aceitas das páginas do Citypeers e de programas, não de páginas de outros sites.",
        ),
    },
    "precondition-failed": {
        "en": ("Someone changed this meanwhile", "Nothing was written. Look at it as it is now, and make your change to that."),
        "de": (
            "Das wurde inzwischen geändert",
            "Nichts wurde geschrieben. Sehen Sie sich den jetzigen Stand an und ändern Sie diesen.",
        ),
        "es": ("Alguien lo cambió mientras tanto", "No se escribió nada. Mire cómo está ahora y haga su cambio sobre eso."),
        "pt": ("Alguém mudou isto entretanto", "Nada foi gravado. Veja como está agora e faça sua alteração sobre isso."),
    },
    "precondition-required": {
        "en": ("Say which version you change", "Send the entity tag you were given in the header If-Match."),
        "de": ("Sagen Sie, welche Fassung Sie ändern", "Senden Sie das erhaltene Entity-Tag im Kopf If-Match mit."),
        "es": ("Diga qué versión cambia", "Envíe la etiqueta de entidad recibida en la cabecera If-Match."),
        "pt": ("Diga qual versão altera", "Envie a etiqueta de entidade recebida no cabeçalho If-Match."),
    },
    "too-many": {
        "en": ("Too many tries", "Wait {seconds} seconds, then try again."),
        "de": ("Zu viele Versuche", "Warten Sie {seconds} Sekunden und versuchen Sie es dann erneut."),
        "es": ("Demasiados intentos", "Espere {seconds} segundos e inténtelo de nuevo."),
        "pt": ("Tentativas demais", "Espere {seconds} segundos e tente de novo."),
    },
    "forbidden": {
        "en": ("You may see this, but not change it", "Ask someone who may, or sign in with another role."),
        "de": (
            "Sie dürfen dies sehen, aber nicht ändern",
            "Fragen Sie jemanden, der es darf, oder melden Sie sich mit einer anderen Rolle an.",
        ),
        "es": ("Puede ver esto, pero no cambiarlo", "Pregunte a quien pueda hacerlo o inicie sesión con otro papel."),
        "pt": ("Pode ver isto, mas não alterá-lo", "Pergunte a quem o possa fazer ou entre com outro papel."),
    },
    "not-found": {
        "en": ("There is nothing here", "The address names no record that you may see. Search for it, or start from the list."),
        "de": (
            "Hier ist nichts",
            "Die Adresse nennt keinen Eintrag, den Sie sehen dürfen. Suchen Sie danach oder beginnen Sie bei der Liste.",
        ),
        "es": (
            "Aquí no hay nada",
            "La dirección no corresponde a ningún registro visible para usted. Búsquelo o empiece por la lista.",
        ),
        "pt": (
            "Não há nada aqui",
            "O endereço não corresponde a nenhum registro visível para você. Procure-o ou comece pela lista.",
        ),
    },
    "method-not-allowed": {
        "en": ("This address does not take that method", "The Allow header names the methods it takes."),
        "de": ("Diese Adresse nimmt diese Methode nicht an", "Der Kopf Allow nennt die möglichen Methoden."),
        "es": ("Esta dirección no admite ese método", "La cabecera Allow indica los métodos admitidos."),
        "pt": ("Este endereço não aceita esse método", "O cabeçalho Allow indica os métodos aceitos."),
    },
    "not-acceptable": {
        "en": ("That format is not offered here", "Ask for one of the formats that the contract lists for this address."),
        "de": ("Dieses Format gibt es hier nicht", "Wählen Sie eines der Formate, die der Vertrag für diese Adresse nennt."),
        "es": ("Ese formato no se ofrece aquí", "Pida uno de los formatos que el contrato indica para esta dirección."),
        "pt": ("Esse formato não é oferecido aqui", "Peça um dos formatos que o contrato indica para este endereço."),
    },
    "conflict": {
        "en": ("This does not fit what is there", "Look at the record as it is now and try again."),
        "de": (
            "Das passt nicht zum vorhandenen Stand",
            "Sehen Sie sich den Eintrag im jetzigen Stand an und versuchen Sie es erneut.",
        ),
        "es": ("Esto no encaja con lo que hay", "Mire el registro tal como está ahora e inténtelo de nuevo."),
        "pt": ("Isto não combina com o que existe", "Veja o registro como está agora e tente de novo."),
    },
    "reason-needed": {
        "en": ("This step needs a reason", "Say in a sentence why; it is kept with the history."),
        "de": ("Dieser Schritt braucht eine Begründung", "Nennen Sie den Grund in einem Satz; er bleibt in der Historie."),
        "es": ("Este paso necesita un motivo", "Diga en una frase por qué; queda en el historial."),
        "pt": ("Este passo precisa de um motivo", "Diga em uma frase por quê; fica no histórico."),
    },
    "too-large": {
        "en": ("The request is too large", "A body may hold at most 1 MiB, a file 25 MiB."),
        "de": ("Die Anfrage ist zu groß", "Ein Inhalt darf höchstens 1 MiB groß sein, eine Datei 25 MiB."),
        "es": ("La solicitud es demasiado grande", "El cuerpo puede tener como máximo 1 MiB; un archivo, 25 MiB."),
        "pt": ("O pedido é demasiado grande", "O corpo pode ter no máximo 1 MiB; um arquivo, 25 MiB."),
    },
    "invalid": {
        "en": ("Some values are not accepted", "Each entry of errors names a value and what is wrong with it."),
        "de": ("Einige Werte werden nicht angenommen", "Jeder Eintrag unter errors nennt einen Wert und was an ihm nicht stimmt."),
        "es": ("Algunos valores no se aceptan", "Cada entrada de errors indica un valor y qué le falta."),
        "pt": ("Alguns valores não são aceitos", "Cada entrada de errors indica um valor e o que está errado."),
    },
    "internal-error": {
        "en": (
            "Something failed on our side",
            "Nothing was changed. Try again; if it stays, report the request id of this answer.",
        ),
        "de": (
            "Bei uns ist etwas fehlgeschlagen",
            "Es wurde nichts geändert. Versuchen Sie es erneut; bleibt es dabei, melden Sie die Kennung dieser Antwort (X-Request-ID).",
        ),
        "es": (
            "Algo ha fallado de nuestro lado",
            "No se ha cambiado nada. Inténtelo de nuevo; si persiste, comunique el identificador de esta respuesta (X-Request-ID).",
        ),
        "pt": (
            "Algo falhou do nosso lado",
            "Nada foi alterado. Tente de novo; se persistir, comunique o identificador desta resposta (X-Request-ID).",
        ),
    },
    "no-room": {
        "en": ("There is no room for files any more", "Nothing was kept. Tell those who run this instance."),
        "de": ("Für Dateien ist kein Platz mehr", "Nichts wurde behalten. Sagen Sie es denen, die diese Instanz betreiben."),
        "es": ("Ya no queda espacio para archivos", "No se ha guardado nada. Avise a quienes mantienen esta instancia."),
        "pt": ("Não há mais espaço para arquivos", "Nada foi guardado. Avise quem mantém esta instância."),
    },
    "unavailable": {
        "en": ("Not ready at the moment", "Try again after the time that Retry-After names."),
        "de": ("Im Moment nicht bereit", "Versuchen Sie es nach der Zeit erneut, die Retry-After nennt."),
        "es": ("No disponible por el momento", "Inténtelo de nuevo tras el tiempo que indica Retry-After."),
        "pt": ("Indisponível de momento", "Tente de novo após o tempo indicado em Retry-After."),
    },
}

SAYINGS: dict[str, Mapping[str, str]] = {
    "invalid": {
        "en": "This value is not accepted.",
        "de": "Dieser Wert wird nicht angenommen.",
        "es": "Este valor no se acepta.",
        "pt": "Este valor não é aceito.",
    },
    "extra_forbidden": {
        "en": "This name is not known here. Check its spelling.",
        "de": "Dieser Name ist hier nicht bekannt. Prüfen Sie die Schreibweise.",
        "es": "Este nombre no se conoce aquí. Revise cómo está escrito.",
        "pt": "Este nome não é conhecido aqui. Verifique como está escrito.",
    },
    "missing": {
        "en": "This value is needed.",
        "de": "Dieser Wert fehlt.",
        "es": "Falta este valor.",
        "pt": "Falta este valor.",
    },
    "enum": {
        "en": "Choose one of the values that the contract lists.",
        "de": "Wählen Sie einen der Werte, die der Vertrag nennt.",
        "es": "Elija uno de los valores que indica el contrato.",
        "pt": "Escolha um dos valores indicados no contrato.",
    },
    "int_parsing": {
        "en": "This must be a whole number.",
        "de": "Dies muss eine ganze Zahl sein.",
        "es": "Debe ser un número entero.",
        "pt": "Tem de ser um número inteiro.",
    },
    "greater_than_equal": {
        "en": "This number is too small.",
        "de": "Diese Zahl ist zu klein.",
        "es": "Este número es demasiado pequeño.",
        "pt": "Este número é demasiado pequeno.",
    },
    "less_than_equal": {
        "en": "This number is too large.",
        "de": "Diese Zahl ist zu groß.",
        "es": "Este número es demasiado grande.",
        "pt": "Este número é demasiado grande.",
    },
    "string_too_short": {
        "en": "This text is too short.",
        "de": "Dieser Text ist zu kurz.",
        "es": "Este texto es demasiado corto.",
        "pt": "Este texto é demasiado curto.",
    },
    "string_too_long": {
        "en": "This text is too long.",
        "de": "Dieser Text ist zu lang.",
        "es": "Este texto es demasiado largo.",
        "pt": "Este texto é demasiado longo.",
    },
    "too_long": {
        "en": "This list is too long.",
        "de": "Diese Liste ist zu lang.",
        "es": "Esta lista es demasiado larga.",
        "pt": "Esta lista é demasiado longa.",
    },
    "string_pattern_mismatch": {
        "en": "This text does not have the form that the contract names.",
        "de": "Dieser Text hat nicht die Form, die der Vertrag nennt.",
        "es": "Este texto no tiene la forma que indica el contrato.",
        "pt": "Este texto não tem a forma indicada no contrato.",
    },
    "text_unsafe": {
        "en": "This text holds characters that are not text.",
        "de": "Dieser Text enthält Zeichen, die kein Text sind.",
        "es": "Este texto contiene caracteres que no son texto.",
        "pt": "Este texto contém caracteres que não são texto.",
    },
    "sort": {
        "en": "This order is not offered. The contract lists those that are.",
        "de": "Diese Reihenfolge gibt es nicht. Der Vertrag nennt die möglichen.",
        "es": "Este orden no se ofrece. El contrato indica los posibles.",
        "pt": "Esta ordem não é oferecida. O contrato indica as possíveis.",
    },
    "facet": {
        "en": "This facet is not offered. The contract lists those that are.",
        "de": "Diese Facette gibt es nicht. Der Vertrag nennt die möglichen.",
        "es": "Esta faceta no se ofrece. El contrato indica las posibles.",
        "pt": "Esta faceta não é oferecida. O contrato indica as possíveis.",
    },
    "cursor": {
        "en": "This cursor does not belong to this list and order. Start again without it.",
        "de": "Dieser Zeiger gehört nicht zu dieser Liste und Reihenfolge. Beginnen Sie ohne ihn neu.",
        "es": "Este cursor no pertenece a esta lista y orden. Empiece de nuevo sin él.",
        "pt": "Este cursor não pertence a esta lista e ordem. Comece de novo sem ele.",
    },
    "partial_date": {
        "en": "Write a date as 2020, 2020-06 or 2020-06-18.",
        "de": "Schreiben Sie ein Datum als 2020, 2020-06 oder 2020-06-18.",
        "es": "Escriba una fecha como 2020, 2020-06 o 2020-06-18.",
        "pt": "Escreva uma data como 2020, 2020-06 ou 2020-06-18.",
    },
    "language_tag": {
        "en": "Name languages by their tags, such as en or pt-BR.",
        "de": "Nennen Sie Sprachen mit ihren Kürzeln, etwa en oder pt-BR.",
        "es": "Indique los idiomas con sus etiquetas, por ejemplo en o pt-BR.",
        "pt": "Indique os idiomas por suas etiquetas, como en ou pt-BR.",
    },
    "date_from_datetime_parsing": {
        "en": "Write the day as 2019-09-20.",
        "de": "Schreiben Sie den Tag als 2019-09-20.",
        "es": "Escriba el día como 2019-09-20.",
        "pt": "Escreva o dia como 2019-09-20.",
    },
}


def say(problems: Problems, values: Values = MappingProxyType({})) -> None:
    """Add a room's sentences; each name and each code has one place."""
    _add(MESSAGES, problems)
    _add(SAYINGS, values)


def _add(known: dict[str, T], added: Mapping[str, T]) -> None:
    twice = known.keys() & added.keys()
    if twice:
        raise ValueError(f"said twice: {', '.join(sorted(twice))}")
    known.update(added)
