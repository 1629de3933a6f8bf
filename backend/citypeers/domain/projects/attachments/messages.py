"""The sentences about attachments of projects."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "project-files-full": {
        "en": (
            "This project has no room for more files",
            "The files of one project take {most_mib} MiB at most. Remove some, or take a smaller one.",
        ),
        "de": (
            "Dieses Projekt hat keinen Platz für weitere Dateien",
            "Die Dateien eines Projekts nehmen höchstens {most_mib} MiB ein. Entfernen Sie einige, oder nehmen Sie eine kleinere.",
        ),
        "es": (
            "Este proyecto no tiene sitio para más archivos",
            "Los archivos de un proyecto ocupan como máximo {most_mib} MiB. Quite alguno o use uno más pequeño.",
        ),
        "pt": (
            "Este projeto não tem espaço para mais arquivos",
            "Os arquivos de um projeto ocupam no máximo {most_mib} MiB. Retire algum ou use um menor.",
        ),
    },
}
VALUES: Values = {
    "unknown_file": {
        "en": "This project has no such file. Upload it here first.",
        "de": "Dieses Projekt hat keine solche Datei. Laden Sie sie zuerst hier hoch.",
        "es": "Este proyecto no tiene ese archivo. Súbalo primero aquí.",
        "pt": "Este projeto não tem esse arquivo. Envie-o primeiro aqui.",
    },
    "picture_in_words": {
        "en": "Say in words what the picture shows, for those who do not see it.",
        "de": "Sagen Sie in Worten, was das Bild zeigt, für alle, die es nicht sehen.",
        "es": "Diga con palabras qué muestra la imagen, para quienes no la ven.",
        "pt": "Diga em palavras o que a imagem mostra, para quem não a vê.",
    },
}
