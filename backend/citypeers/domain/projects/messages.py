"""The sentences about refused values of projects."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "project-wrong-step": {
        "en": ("That step does not follow", "The project stands elsewhere by now ({state}). Look at it again."),
        "de": ("Dieser Schritt folgt hier nicht", "Das Projekt steht inzwischen woanders ({state}). Sehen Sie es neu an."),
        "es": ("Ese paso no sigue aquí", "El proyecto está ahora en otro punto ({state}). Mírelo de nuevo."),
        "pt": ("Esse passo não se aplica aqui", "O projeto está agora em outro ponto ({state}). Veja de novo."),
    },
    "project-incomplete": {
        "en": ("Something is still missing", "Each entry of errors names what others need before they can use the project."),
        "de": ("Es fehlt noch etwas", "Jeder Eintrag unter errors nennt, was andere brauchen, um das Projekt zu nutzen."),
        "es": ("Aún falta algo", "Cada entrada de errors indica lo que otros necesitan para usar el proyecto."),
        "pt": ("Ainda falta algo", "Cada entrada de errors indica o que outros precisam para usar o projeto."),
    },
    "own-review": {
        "en": ("Somebody else reviews this", "Nobody reviews what they or their own organisation wrote."),
        "de": ("Das sieht jemand anderes durch", "Niemand prüft, was er selbst oder die eigene Organisation geschrieben hat."),
        "es": ("Esto lo revisa otra persona", "Nadie revisa lo que escribió ni lo de su propia organización."),
        "pt": ("Isto é revisto por outra pessoa", "Ninguém revê o que escreveu nem o da própria organização."),
    },
    "nothing-asked": {
        "en": ("Say what should change", "Comment on at least one field, so that the authors know what to do."),
        "de": (
            "Sagen Sie, was sich ändern soll",
            "Bemerken Sie mindestens ein Feld, damit die Verfassenden wissen, was zu tun ist.",
        ),
        "es": ("Diga qué debe cambiar", "Comente al menos un campo, para que los autores sepan qué hacer."),
        "pt": ("Diga o que deve mudar", "Comente ao menos um campo, para que os autores saibam o que fazer."),
    },
    "being-reviewed": {
        "en": ("This version is with a reviewer", "Take it back first, or wait for the answer."),
        "de": ("Diese Fassung liegt zur Durchsicht", "Nehmen Sie sie zuerst zurück, oder warten Sie die Antwort ab."),
        "es": ("Esta versión está en revisión", "Retírela primero o espere la respuesta."),
        "pt": ("Esta versão está em revisão", "Retire-a primeiro ou espere a resposta."),
    },
    "work-unfinished": {
        "en": ("A version is being written", "Publish or discard it first."),
        "de": ("Eine Fassung ist in Arbeit", "Veröffentlichen oder verwerfen Sie sie zuerst."),
        "es": ("Se está escribiendo una versión", "Publíquela o descártela primero."),
        "pt": ("Uma versão está sendo escrita", "Publique-a ou descarte-a primeiro."),
    },
}
VALUES: Values = {
    "bbox": {
        "en": "Give west, south, east and north in degrees, by comma, the south before the north.",
        "de": "Geben Sie Westen, Süden, Osten und Norden in Grad an, mit Komma getrennt, den Süden vor dem Norden.",
        "es": "Indique oeste, sur, este y norte en grados, separados por comas, el sur antes que el norte.",
        "pt": "Indique oeste, sul, leste e norte em graus, separados por vírgulas, o sul antes do norte.",
    },
    "needed_to_publish": {
        "en": "Others need this. Fill it in before you submit.",
        "de": "Andere brauchen diese Angabe. Ergänzen Sie sie, bevor Sie einreichen.",
        "es": "Otros necesitan este dato. Complételo antes de enviar.",
        "pt": "Outros precisam deste dado. Preencha-o antes de enviar.",
    },
    "measured_or_why_not": {
        "en": "Add a measurement, or say why nothing is measured.",
        "de": "Ergänzen Sie einen Messwert, oder sagen Sie, warum nichts gemessen wird.",
        "es": "Añada una medición o diga por qué no se mide nada.",
        "pt": "Acrescente uma medição ou diga por que nada é medido.",
    },
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
    "kept_of_its_people": {
        "en": "Its own people have published this project since. Their words stand.",
        "de": "Die eigenen Leute haben dieses Projekt seither veröffentlicht. Deren Fassung gilt.",
        "es": "Su propia gente publicó este proyecto después. Vale lo que ella escribió.",
        "pt": "A própria equipe publicou este projeto depois. Vale o que ela escreveu.",
    },
    "kept_archived": {
        "en": "This project was archived here and stays so. Restore it first if it is to change.",
        "de": "Dieses Projekt wurde hier archiviert und bleibt es. Holen Sie es zuerst zurück, wenn es sich ändern soll.",
        "es": "Este proyecto fue archivado aquí y sigue así. Restáurelo primero si debe cambiar.",
        "pt": "Este projeto foi arquivado aqui e continua assim. Restaure-o primeiro se deve mudar.",
    },
    "kept_under_review": {
        "en": "A reviewer has this draft before them. Take it back first, or wait for the answer.",
        "de": "Dieser Entwurf liegt zur Durchsicht. Nehmen Sie ihn zuerst zurück, oder warten Sie die Antwort ab.",
        "es": "Este borrador está en revisión. Retírelo primero o espere la respuesta.",
        "pt": "Este rascunho está em revisão. Retire-o primeiro ou espere a resposta.",
    },
    "not_your_organisation": {
        "en": "You do not act for this organisation. Its own people bring its projects.",
        "de": "Für diese Organisation handeln Sie nicht. Ihre Projekte bringen ihre eigenen Leute ein.",
        "es": "Usted no actúa por esta organización. Sus proyectos los aporta su propia gente.",
        "pt": "Você não age por esta organização. Os projetos dela são trazidos por sua própria equipe.",
    },
    "replicates_in_ledger": {
        "en": "Leave this empty and declare the replication on the page of the project that was copied.",
        "de": "Lassen Sie dies leer und melden Sie die Übernahme auf der Seite des Projekts, das Vorbild war.",
        "es": "Déjelo vacío y declare la réplica en la página del proyecto que se copió.",
        "pt": "Deixe vazio e declare a replicação na página do projeto que foi copiado.",
    },
    "looks_alike": {
        "en": "A project here looks like this one. Say whether it is that one, another, or to be left out.",
        "de": "Ein Projekt hier sieht diesem ähnlich. Sagen Sie, ob es dasselbe ist, ein anderes, oder ausgelassen wird.",
        "es": "Un proyecto de aquí se parece a este. Diga si es el mismo, otro, o si se omite.",
        "pt": "Um projeto daqui parece-se com este. Diga se é o mesmo, outro, ou se fica de fora.",
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
