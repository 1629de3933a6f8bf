"""The sentences about imports and refused files."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "import-wrong-step": {
        "en": ("That step does not follow", "The import stands elsewhere by now ({state}). Look at it again."),
        "de": ("Dieser Schritt folgt hier nicht", "Der Import steht inzwischen woanders ({state}). Sehen Sie ihn neu an."),
        "es": ("Ese paso no sigue aquí", "La importación está ahora en otro punto ({state}). Mírela de nuevo."),
        "pt": ("Esse passo não se aplica aqui", "A importação está agora em outro ponto ({state}). Veja de novo."),
    },
    "import-questions-open": {
        "en": ("Something about the file is not certain yet", "Answer the questions first: each says what it may be."),
        "de": ("Etwas an der Datei ist noch nicht sicher", "Beantworten Sie zuerst die Fragen: Jede nennt, was gemeint sein kann."),
        "es": ("Algo del archivo aún no es seguro", "Responda primero las preguntas: cada una dice qué puede ser."),
        "pt": ("Algo do arquivo ainda não é certo", "Responda primeiro às perguntas: cada uma diz o que pode ser."),
    },
    "import-rows-refused": {
        "en": ("{refused} rows were refused", "Correct them, or write the others without them by saying partly."),
        "de": ("{refused} Zeilen wurden abgelehnt", "Berichtigen Sie sie, oder schreiben Sie die anderen ohne sie (partly)."),
        "es": ("Se rechazaron {refused} filas", "Corríjalas, o escriba las demás sin ellas indicando partly."),
        "pt": ("{refused} linhas foram recusadas", "Corrija-as, ou grave as outras sem elas indicando partly."),
    },
    "import-undo-too-late": {
        "en": ("It is too late to undo this", "An import can be undone for a day. Change the records one by one."),
        "de": (
            "Das lässt sich nicht mehr zurücknehmen",
            "Ein Import lässt sich einen Tag lang zurücknehmen. Ändern Sie die Einträge einzeln.",
        ),
        "es": (
            "Ya es tarde para deshacerlo",
            "Una importación se puede deshacer durante un día. Cambie los registros uno por uno.",
        ),
        "pt": ("É tarde para desfazer isto", "Uma importação pode ser desfeita durante um dia. Altere os registros um a um."),
    },
    "too-many-imports": {
        "en": ("Finish another import first", "You have {most} imports that have not ended. Commit or cancel one."),
        "de": (
            "Beenden Sie zuerst einen anderen Import",
            "Sie haben {most} Importe, die nicht beendet sind. Übernehmen oder verwerfen Sie einen.",
        ),
        "es": ("Termine antes otra importación", "Tiene {most} importaciones sin terminar. Confirme o cancele una."),
        "pt": ("Termine antes outra importação", "Você tem {most} importações por terminar. Confirme ou cancele uma."),
    },
}
VALUES: Values = {
    "file_unreadable": {
        "en": "This file cannot be read.",
        "de": "Diese Datei lässt sich nicht lesen.",
        "es": "No se puede leer este archivo.",
        "pt": "Não é possível ler este arquivo.",
    },
    "file_large": {
        "en": "The file is too large. Divide it.",
        "de": "Die Datei ist zu groß. Teilen Sie sie auf.",
        "es": "El archivo es demasiado grande. Divídalo.",
        "pt": "O arquivo é grande demais. Divida-o.",
    },
    "encoding_unknown": {
        "en": "There is no encoding of that name.",
        "de": "Eine Zeichenkodierung dieses Namens gibt es nicht.",
        "es": "No existe una codificación con ese nombre.",
        "pt": "Não existe codificação com esse nome.",
    },
    "encoding_wrong": {
        "en": "The file is not written in this encoding.",
        "de": "Die Datei ist nicht in dieser Zeichenkodierung geschrieben.",
        "es": "El archivo no está escrito en esta codificación.",
        "pt": "O arquivo não está escrito nesta codificação.",
    },
    "csv_broken": {
        "en": "This is no table that can be read: look for a quotation mark that is not closed, or an endless cell.",
        "de": "Diese Tabelle lässt sich nicht lesen: Suchen Sie ein nicht geschlossenes Anführungszeichen oder eine endlose Zelle.",
        "es": "Esta tabla no se puede leer: busque unas comillas sin cerrar o una celda interminable.",
        "pt": "Esta tabela não pode ser lida: procure aspas por fechar ou uma célula interminável.",
    },
    "cells_differ": {
        "en": "A row has more or fewer cells than the header names columns.",
        "de": "Eine Zeile hat mehr oder weniger Zellen, als die Kopfzeile Spalten nennt.",
        "es": "Una fila tiene más o menos celdas que columnas hay en la cabecera.",
        "pt": "Uma linha tem mais ou menos células do que o cabeçalho tem colunas.",
    },
    "header_missing": {
        "en": "The first row should name the columns.",
        "de": "Die erste Zeile soll die Spalten nennen.",
        "es": "La primera fila debe nombrar las columnas.",
        "pt": "A primeira linha deve nomear as colunas.",
    },
    "columns_many": {
        "en": "The file has more than a thousand columns. Keep those that matter.",
        "de": "Die Datei hat mehr als tausend Spalten. Behalten Sie die nötigen.",
        "es": "El archivo tiene más de mil columnas. Deje las que importan.",
        "pt": "O arquivo tem mais de mil colunas. Deixe as que importam.",
    },
    "columns_unnamed": {
        "en": "The name of a column is endless or holds signs that are no text.",
        "de": "Der Name einer Spalte ist endlos oder enthält Zeichen, die kein Text sind.",
        "es": "El nombre de una columna es interminable o contiene signos que no son texto.",
        "pt": "O nome de uma coluna é interminável ou contém sinais que não são texto.",
    },
    "columns_twice": {
        "en": "Two columns have the same name. Rename one.",
        "de": "Zwei Spalten heißen gleich. Benennen Sie eine um.",
        "es": "Dos columnas se llaman igual. Cambie el nombre de una.",
        "pt": "Duas colunas têm o mesmo nome. Mude o nome de uma.",
    },
    "records_missing": {
        "en": "The file should hold a list of records.",
        "de": "Die Datei soll eine Liste von Einträgen enthalten.",
        "es": "El archivo debe contener una lista de registros.",
        "pt": "O arquivo deve conter uma lista de registros.",
    },
    "json_broken": {
        "en": "This is not JSON. Check how it was written out.",
        "de": "Das ist kein JSON. Prüfen Sie, wie die Datei erzeugt wurde.",
        "es": "Esto no es JSON. Revise cómo se generó.",
        "pt": "Isto não é JSON. Verifique como foi gerado.",
    },
    "workbook_broken": {
        "en": "This workbook cannot be opened, or has no sheet of that name. Save it anew as XLSX, without a password.",
        "de": "Diese Arbeitsmappe lässt sich nicht öffnen oder hat kein Blatt dieses Namens. Speichern Sie sie neu als XLSX, ohne Kennwort.",
        "es": "Este libro no se puede abrir o no tiene una hoja con ese nombre. Guárdelo de nuevo como XLSX, sin contraseña.",
        "pt": "Esta pasta não pode ser aberta ou não tem folha com esse nome. Salve-a de novo como XLSX, sem senha.",
    },
    "workbook_large": {
        "en": "This workbook is too large once opened. Save only the sheet with the records, or as CSV.",
        "de": "Diese Arbeitsmappe ist geöffnet zu groß. Speichern Sie nur das Blatt mit den Einträgen, oder als CSV.",
        "es": "Este libro es demasiado grande al abrirlo. Guarde solo la hoja con los registros, o como CSV.",
        "pt": "Esta pasta é grande demais ao abrir. Salve só a folha com os registros, ou como CSV.",
    },
    "mapping_wrong": {
        "en": "The mapping names a column that the file does not have, a field that projects do not have, or one field twice.",
        "de": "Die Zuordnung nennt eine Spalte, die die Datei nicht hat, ein Feld, das Projekte nicht haben, oder ein Feld doppelt.",
        "es": "La correspondencia nombra una columna que el archivo no tiene, un campo que los proyectos no tienen, o un campo dos veces.",
        "pt": "A correspondência nomeia uma coluna que o arquivo não tem, um campo que os projetos não têm, ou um campo duas vezes.",
    },
    "mapping_unknown": {
        "en": "You have kept no mapping under this name.",
        "de": "Unter diesem Namen haben Sie keine Zuordnung abgelegt.",
        "es": "No ha guardado ninguna correspondencia con este nombre.",
        "pt": "Você não guardou nenhuma correspondência com este nome.",
    },
    "import_stuck": {
        "en": "Something went wrong on our side, again and again. What was written until then can be undone; please tell the secretariat.",
        "de": "Bei uns ging wiederholt etwas schief. Was bis dahin geschrieben wurde, lässt sich zurücknehmen; bitte sagen Sie es dem Sekretariat.",
        "es": "Algo falló una y otra vez de nuestro lado. Lo escrito hasta entonces se puede deshacer; avise a la secretaría.",
        "pt": "Algo falhou repetidamente do nosso lado. O que foi gravado até então pode ser desfeito; avise a secretaria.",
    },
    "import_rights_gone": {
        "en": "Whoever uploaded this file may no longer write what it brings.",
        "de": "Wer diese Datei hochgeladen hat, darf nicht mehr schreiben, was sie bringt.",
        "es": "Quien subió este archivo ya no puede escribir lo que trae.",
        "pt": "Quem enviou este arquivo já não pode gravar o que ele traz.",
    },
    "changed_since": {
        "en": "Somebody has changed this record since the import. It was left alone.",
        "de": "Jemand hat diesen Eintrag seit dem Import geändert. Er blieb unberührt.",
        "es": "Alguien cambió este registro después de la importación. Se dejó como está.",
        "pt": "Alguém alterou este registro depois da importação. Ficou como está.",
    },
    "line_twice": {
        "en": "Another row has this key already. Each may occur once.",
        "de": "Eine andere Zeile hat diesen Schlüssel schon. Jeder darf einmal vorkommen.",
        "es": "Otra fila ya tiene esta clave. Cada una puede aparecer una vez.",
        "pt": "Outra linha já tem esta chave. Cada uma pode aparecer uma vez.",
    },
    "asked_encoding": {
        "en": "The file is not UTF-8. Say which encoding it is; the answers show how it would read.",
        "de": "Die Datei ist nicht UTF-8. Sagen Sie, welche Kodierung es ist; die Antworten zeigen, wie sie sich dann liest.",
        "es": "El archivo no es UTF-8. Diga qué codificación es; las respuestas muestran cómo se leería.",
        "pt": "O arquivo não é UTF-8. Diga qual é a codificação; as respostas mostram como seria lido.",
    },
    "asked_delimiter": {
        "en": "The columns may be parted in two ways. Say which sign parts them.",
        "de": "Die Spalten können auf zwei Arten getrennt sein. Sagen Sie, welches Zeichen sie trennt.",
        "es": "Las columnas pueden estar separadas de dos maneras. Diga qué signo las separa.",
        "pt": "As colunas podem estar separadas de duas maneiras. Diga que sinal as separa.",
    },
    "asked_field": {
        "en": "No column fills this field, which every project needs. Map one to it, or give a constant.",
        "de": "Keine Spalte füllt dieses Feld, das jedes Projekt braucht. Ordnen Sie eine zu, oder geben Sie einen festen Wert.",
        "es": "Ninguna columna llena este campo, que todo proyecto necesita. Asigne una o dé un valor fijo.",
        "pt": "Nenhuma coluna preenche este campo, de que todo projeto precisa. Associe uma ou dê um valor fixo.",
    },
    "asked_unknown": {
        "en": "This looks as if it said that nothing is known. List it under unknown, or under the field's codes.",
        "de": "Das sieht aus, als hieße es „nicht bekannt“. Führen Sie es unter unknown auf, oder unter den Codes des Feldes.",
        "es": "Esto parece decir que no se sabe. Inclúyalo en unknown o en los códigos del campo.",
        "pt": "Isto parece dizer que não se sabe. Inclua-o em unknown ou nos códigos do campo.",
    },
    "asked_country": {
        "en": "No country has this name. Write its two letters, or list the value under codes.country.",
        "de": "Kein Land heißt so. Schreiben Sie die zwei Buchstaben, oder führen Sie den Wert unter codes.country auf.",
        "es": "Ningún país se llama así. Escriba sus dos letras o incluya el valor en codes.country.",
        "pt": "Nenhum país tem este nome. Escreva suas duas letras ou inclua o valor em codes.country.",
    },
    "asked_day_first": {
        "en": "This may be two days. Say with day_first whether the day or the month comes first.",
        "de": "Das können zwei Tage sein. Sagen Sie mit day_first, ob Tag oder Monat zuerst steht.",
        "es": "Pueden ser dos días. Diga con day_first si va primero el día o el mes.",
        "pt": "Podem ser dois dias. Diga com day_first se vem primeiro o dia ou o mês.",
    },
    "asked_date": {
        "en": "This is no date that can be read. Write 2020, 2020-06 or 2020-06-18.",
        "de": "Das ist kein lesbares Datum. Schreiben Sie 2020, 2020-06 oder 2020-06-18.",
        "es": "No es una fecha legible. Escriba 2020, 2020-06 o 2020-06-18.",
        "pt": "Não é uma data legível. Escreva 2020, 2020-06 ou 2020-06-18.",
    },
    "asked_calendar": {
        "en": "The calendar has no such day.",
        "de": "Einen solchen Tag hat der Kalender nicht.",
        "es": "El calendario no tiene ese día.",
        "pt": "O calendário não tem esse dia.",
    },
    "asked_decimal": {
        "en": "This may be two numbers. Say with decimal which sign stands before the decimals.",
        "de": "Das können zwei Zahlen sein. Sagen Sie mit decimal, welches Zeichen vor den Nachkommastellen steht.",
        "es": "Pueden ser dos números. Diga con decimal qué signo va antes de los decimales.",
        "pt": "Podem ser dois números. Diga com decimal que sinal vem antes dos decimais.",
    },
    "asked_number": {
        "en": "This is no number.",
        "de": "Das ist keine Zahl.",
        "es": "Esto no es un número.",
        "pt": "Isto não é um número.",
    },
    "asked_swapped": {
        "en": "Latitude and longitude look swapped. Map the columns the other way round.",
        "de": "Breite und Länge scheinen vertauscht. Ordnen Sie die Spalten andersherum zu.",
        "es": "Latitud y longitud parecen cambiadas. Asigne las columnas al revés.",
        "pt": "Latitude e longitude parecem trocadas. Associe as colunas ao contrário.",
    },
    "asked_globe": {
        "en": "These coordinates are not on the globe.",
        "de": "Diese Koordinaten liegen nicht auf der Erde.",
        "es": "Estas coordenadas no están en el globo.",
        "pt": "Estas coordenadas não estão no globo.",
    },
}
