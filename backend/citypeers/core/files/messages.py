"""The sentences about files that are not taken."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "file-refused": {
        "en": ("This file is not taken", "The entry of errors says why."),
        "de": ("Diese Datei wird nicht angenommen", "Der Eintrag unter errors sagt, warum."),
        "es": ("Este archivo no se admite", "La entrada de errors dice por qué."),
        "pt": ("Este arquivo não é aceito", "A entrada de errors diz por quê."),
    },
    "infected": {
        "en": (
            "This file carries something harmful",
            "The virus scanner knows it. It was not kept; look after the device it comes from.",
        ),
        "de": (
            "Diese Datei enthält Schädliches",
            "Der Virenscanner kennt es. Sie wurde nicht behalten; prüfen Sie das Gerät, von dem sie stammt.",
        ),
        "es": ("Este archivo contiene algo dañino", "El antivirus lo conoce. No se ha guardado; revise el equipo del que procede."),
        "pt": ("Este arquivo contém algo nocivo", "O antivírus o conhece. Não foi guardado; verifique o aparelho de onde ele vem."),
    },
    "scanner-away": {
        "en": ("Files cannot be checked at the moment", "Without the virus scanner no file is taken. Try again in a few minutes."),
        "de": (
            "Dateien lassen sich gerade nicht prüfen",
            "Ohne Virenscanner wird keine Datei angenommen. Versuchen Sie es in einigen Minuten erneut.",
        ),
        "es": (
            "Ahora no se pueden revisar archivos",
            "Sin el antivirus no se admite ningún archivo. Inténtelo de nuevo en unos minutos.",
        ),
        "pt": (
            "No momento não é possível verificar arquivos",
            "Sem o antivírus nenhum arquivo é aceito. Tente de novo em alguns minutos.",
        ),
    },
}
VALUES: Values = {
    "file_empty": {
        "en": "The file is empty.",
        "de": "Die Datei ist leer.",
        "es": "El archivo está vacío.",
        "pt": "O arquivo está vazio.",
    },
    "file_kind": {
        "en": "Take a PDF, a picture (PNG, JPEG, WebP), an OpenDocument or Office file, a CSV table or plain text.",
        "de": "Nehmen Sie ein PDF, ein Bild (PNG, JPEG, WebP), eine OpenDocument- oder Office-Datei, eine CSV-Tabelle oder reinen Text.",
        "es": "Use un PDF, una imagen (PNG, JPEG, WebP), un archivo OpenDocument u Office, una tabla CSV o texto simple.",
        "pt": "Use um PDF, uma imagem (PNG, JPEG, WebP), um arquivo OpenDocument ou Office, uma tabela CSV ou texto simples.",
    },
    "file_name": {
        "en": "The end of the file's name says another kind than what is in it. Rename the file or save it anew.",
        "de": "Die Endung des Dateinamens nennt eine andere Art, als die Datei enthält. Benennen Sie sie um oder speichern Sie sie neu.",
        "es": "La terminación del nombre indica un tipo distinto del contenido. Cambie el nombre o guarde el archivo de nuevo.",
        "pt": "O final do nome indica um tipo diferente do conteúdo. Mude o nome ou salve o arquivo de novo.",
    },
    "file_broken": {
        "en": "The file is damaged or not complete. Save it anew and try again.",
        "de": "Die Datei ist beschädigt oder unvollständig. Speichern Sie sie neu und versuchen Sie es noch einmal.",
        "es": "El archivo está dañado o incompleto. Guárdelo de nuevo e inténtelo otra vez.",
        "pt": "O arquivo está danificado ou incompleto. Salve-o de novo e tente outra vez.",
    },
    "file_active": {
        "en": "The file holds macros or other programs. Save it without them, for example as PDF.",
        "de": "Die Datei enthält Makros oder andere Programme. Speichern Sie sie ohne diese, etwa als PDF.",
        "es": "El archivo contiene macros u otros programas. Guárdelo sin ellos, por ejemplo como PDF.",
        "pt": "O arquivo contém macros ou outros programas. Salve-o sem eles, por exemplo como PDF.",
    },
    "file_locked": {
        "en": "The file is protected by a password. Save it without one.",
        "de": "Die Datei ist mit einem Passwort geschützt. Speichern Sie sie ohne.",
        "es": "El archivo está protegido con contraseña. Guárdelo sin ella.",
        "pt": "O arquivo está protegido por senha. Salve-o sem ela.",
    },
    "file_disguised": {
        "en": "The file is two kinds of file in one. Save it anew with the program that made it.",
        "de": "Die Datei ist zweierlei in einem. Speichern Sie sie mit dem Programm, das sie erzeugt hat, neu.",
        "es": "El archivo es de dos tipos a la vez. Guárdelo de nuevo con el programa que lo creó.",
        "pt": "O arquivo é de dois tipos ao mesmo tempo. Salve-o de novo com o programa que o criou.",
    },
    "file_unfolds": {
        "en": "Opened, this file would be far too large. Make the picture smaller or split the document.",
        "de": "Geöffnet wäre diese Datei viel zu groß. Verkleinern Sie das Bild oder teilen Sie das Dokument.",
        "es": "Al abrirlo, este archivo sería demasiado grande. Reduzca la imagen o divida el documento.",
        "pt": "Ao ser aberto, este arquivo seria grande demais. Reduza a imagem ou divida o documento.",
    },
}
