"""The sentences about attachments of projects."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "project-files-full": {
        "en": (
            "This project has no room for more files",
            "A project has at most {most} files, and they take {most_mib} MiB at most. Take a smaller one.",
        ),
        "de": (
            "Dieses Projekt hat keinen Platz für weitere Dateien",
            "Ein Projekt hat höchstens {most} Dateien, und sie nehmen höchstens {most_mib} MiB ein. Nehmen Sie eine kleinere.",
        ),
        "es": (
            "Este proyecto no tiene sitio para más archivos",
            "Un proyecto tiene como máximo {most} archivos, que ocupan como máximo {most_mib} MiB. Use uno más pequeño.",
        ),
        "pt": (
            "Este projeto não tem espaço para mais arquivos",
            "Um projeto tem no máximo {most} arquivos, que ocupam no máximo {most_mib} MiB. Use um menor.",
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
