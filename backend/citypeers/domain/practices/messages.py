"""The sentences about refused steps and values of practices."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "practice-wrong-step": {
        "en": ("That step does not lead on from here", "The practice is in the state {state}. Look at it again."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Die Praxis steht im Zustand {state}. Sehen Sie sie neu an."),
        "es": ("Ese paso no es posible desde aquí", "La práctica está en el estado {state}. Mírela de nuevo."),
        "pt": ("Esse passo não é possível a partir daqui", "A prática está no estado {state}. Veja-a de novo."),
    },
    "practice-incomplete": {
        "en": ("Something is still missing", "Each entry of errors names what others need before they can use the practice."),
        "de": ("Es fehlt noch etwas", "Jeder Eintrag unter errors nennt, was andere brauchen, um die Praxis zu nutzen."),
        "es": ("Aún falta algo", "Cada entrada de errors indica lo que otros necesitan para usar la práctica."),
        "pt": ("Ainda falta algo", "Cada entrada de errors indica o que outros precisam para usar a prática."),
    },
    "practice-not-draft": {
        "en": ("Only a draft is written on", "The practice is in the state {state}. Make it a draft again first."),
        "de": ("Geschrieben wird nur an einem Entwurf", "Die Praxis steht im Zustand {state}. Machen Sie sie zuerst zum Entwurf."),
        "es": ("Solo se escribe en un borrador", "La práctica está en el estado {state}. Conviértala antes en borrador."),
        "pt": ("Só se escreve em um rascunho", "A prática está no estado {state}. Torne-a antes um rascunho."),
    },
}
VALUES: Values = {
    "unknown_practice": {
        "en": "There is no practice of this id. Take it out, or choose another.",
        "de": "Eine Praxis mit dieser Kennung gibt es nicht. Nehmen Sie sie heraus, oder wählen Sie eine andere.",
        "es": "No hay ninguna práctica con este identificador. Quítela o elija otra.",
        "pt": "Não há prática com este identificador. Retire-a ou escolha outra.",
    },
    "some_publisher": {
        "en": "Say who publishes it: an organisation of the directory, or a name.",
        "de": "Sagen Sie, wer es herausgibt: eine Organisation des Verzeichnisses oder ein Name.",
        "es": "Diga quién lo publica: una organización del directorio o un nombre.",
        "pt": "Diga quem publica: uma organização do diretório ou um nome.",
    },
    "kept_practice_at_work": {
        "en": "This practice was withdrawn or archived here and stays so. Publish it again first if it is to change.",
        "de": "Diese Praxis wurde hier zurückgezogen oder archiviert und bleibt es. Veröffentlichen Sie sie zuerst wieder.",
        "es": "Esta práctica se retiró o archivó aquí y sigue así. Publíquela de nuevo primero si debe cambiar.",
        "pt": "Esta prática foi retirada ou arquivada aqui e continua assim. Publique-a de novo primeiro se deve mudar.",
    },
    "kept_practice_of_its_people": {
        "en": "Somebody has rewritten this practice here since. Their words stand.",
        "de": "Diese Praxis wurde hier seither neu gefasst. Diese Fassung gilt.",
        "es": "Alguien reescribió aquí esta práctica después. Vale lo que escribió.",
        "pt": "Alguém reescreveu esta prática aqui depois. Vale o que escreveu.",
    },
}
