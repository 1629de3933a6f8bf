"""The platform's sentences about refusals, in its four languages."""

MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
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
    "wrong-credentials": {
        "en": (
            "That did not let you in",
            "Check the address, the password and, if you use one, the code from your app. Each code works once.",
        ),
        "de": (
            "Die Anmeldung gelang nicht",
            "Prüfen Sie Adresse, Passwort und, falls Sie einen nutzen, den Code Ihrer App. Jeder Code gilt einmal.",
        ),
        "es": (
            "No se pudo iniciar sesión",
            "Revise la dirección, la contraseña y, si lo usa, el código de su aplicación. Cada código vale una vez.",
        ),
        "pt": (
            "Não foi possível entrar",
            "Verifique o endereço, a senha e, se usar, o código do seu aplicativo. Cada código vale uma vez.",
        ),
    },
    "code-needed": {
        "en": ("One more step", "This account has a second factor. Send the six digits that your app shows now."),
        "de": (
            "Noch ein Schritt",
            "Dieses Konto hat einen zweiten Faktor. Senden Sie die sechs Ziffern, die Ihre App jetzt zeigt.",
        ),
        "es": ("Falta un paso", "Esta cuenta tiene un segundo factor. Envíe los seis dígitos que muestra ahora su aplicación."),
        "pt": ("Falta um passo", "Esta conta tem um segundo fator. Envie os seis dígitos que seu aplicativo mostra agora."),
    },
    "refreshed-meanwhile": {
        "en": ("Another tab was quicker", "The session goes on there. Ask for a new token once more."),
        "de": ("Ein anderer Reiter war schneller", "Die Sitzung läuft dort weiter. Fragen Sie noch einmal nach einem neuen Token."),
        "es": ("Otra pestaña fue más rápida", "La sesión continúa allí. Pida un token nuevo otra vez."),
        "pt": ("Outra aba foi mais rápida", "A sessão continua lá. Peça um novo token mais uma vez."),
    },
    "email-taken": {
        "en": ("There is an account with this address", "Use it, or choose another address."),
        "de": ("Mit dieser Adresse gibt es schon ein Konto", "Nutzen Sie es, oder wählen Sie eine andere Adresse."),
        "es": ("Ya hay una cuenta con esta dirección", "Úsela o elija otra dirección."),
        "pt": ("Já existe uma conta com este endereço", "Use-a ou escolha outro endereço."),
    },
    "already-enrolled": {
        "en": ("The second factor is set up already", "Remove it first, by one of its codes, to set up another."),
        "de": (
            "Der zweite Faktor ist schon eingerichtet",
            "Entfernen Sie ihn zuerst mit einem seiner Codes, um einen anderen einzurichten.",
        ),
        "es": ("El segundo factor ya está configurado", "Quítelo primero con uno de sus códigos para configurar otro."),
        "pt": ("O segundo fator já está configurado", "Remova-o primeiro com um de seus códigos para configurar outro."),
    },
    "link-spent": {
        "en": ("This link does not work any more", "It was used, has expired, or was replaced by a newer one. Ask for another."),
        "de": (
            "Dieser Link gilt nicht mehr",
            "Er wurde benutzt, ist abgelaufen oder durch einen neueren ersetzt. Fordern Sie einen neuen an.",
        ),
        "es": ("Este enlace ya no funciona", "Se usó, ha caducado o lo sustituyó otro más nuevo. Pida otro."),
        "pt": ("Este link já não funciona", "Foi usado, expirou ou foi substituído por um mais novo. Peça outro."),
    },
    "invitation-closed": {
        "en": ("This invitation is no longer open", "It was accepted or taken back. Invite anew if that is needed."),
        "de": ("Diese Einladung ist nicht mehr offen", "Sie wurde angenommen oder zurückgenommen. Laden Sie bei Bedarf neu ein."),
        "es": ("Esta invitación ya no está abierta", "Fue aceptada o retirada. Invite de nuevo si hace falta."),
        "pt": ("Este convite já não está aberto", "Foi aceito ou retirado. Convide de novo se for preciso."),
    },
    "own-account": {
        "en": (
            "This is your own account",
            "Someone else has to do this, so that nobody shuts themselves out or gives themselves a role.",
        ),
        "de": (
            "Das ist Ihr eigenes Konto",
            "Das muss jemand anders tun, damit sich niemand selbst aussperrt oder selbst eine Rolle gibt.",
        ),
        "es": ("Esta es su propia cuenta", "Debe hacerlo otra persona, para que nadie se excluya ni se dé un papel."),
        "pt": (
            "Esta é sua própria conta",
            "Outra pessoa tem de fazer isto, para que ninguém se exclua nem dê um papel a si mesmo.",
        ),
    },
    "mail-not-dead": {
        "en": ("This letter is on its way or delivered", "Only a letter that was given up is sent again by hand."),
        "de": ("Dieser Brief ist unterwegs oder zugestellt", "Von Hand wird nur ein aufgegebener Brief noch einmal gesendet."),
        "es": ("Esta carta está en camino o entregada", "A mano solo se reenvía una carta que se dio por perdida."),
        "pt": ("Esta carta está a caminho ou entregue", "À mão só se reenvia uma carta dada como perdida."),
    },
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
    "slug-taken": {
        "en": ("Another network has that slug", "Choose another one."),
        "de": ("Ein anderes Netzwerk trägt diese Kurzadresse", "Wählen Sie eine andere."),
        "es": ("Otra red ya tiene esa dirección corta", "Elija otra."),
        "pt": ("Outra rede já tem esse endereço curto", "Escolha outro."),
    },
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
    "wrong-state": {
        "en": ("That step does not lead on from here", "The profile is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Das Profil steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "El perfil está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "O perfil está no estado {state}."),
    },
    "reason-needed": {
        "en": ("This step needs a reason", "Say in a sentence why; it is kept with the history."),
        "de": ("Dieser Schritt braucht eine Begründung", "Nennen Sie den Grund in einem Satz; er bleibt in der Historie."),
        "es": ("Este paso necesita un motivo", "Diga en una frase por qué; queda en el historial."),
        "pt": ("Este passo precisa de um motivo", "Diga em uma frase por quê; fica no histórico."),
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
    "wrong-passkey": {
        "en": ("The passkey did not let you in", "Try once more; if it fails again, sign in with your password."),
        "de": (
            "Der Passkey wurde nicht angenommen",
            "Versuchen Sie es noch einmal; gelingt es nicht, melden Sie sich mit dem Passwort an.",
        ),
        "es": ("La clave de acceso no sirvió para entrar", "Inténtelo otra vez; si vuelve a fallar, entre con su contraseña."),
        "pt": ("A chave de acesso não permitiu entrar", "Tente mais uma vez; se falhar de novo, entre com sua senha."),
    },
    "passkeys-full": {
        "en": ("You have as many passkeys as fit", "Remove one that you no longer use, then add the new one."),
        "de": ("Mehr Passkeys passen nicht", "Entfernen Sie einen, den Sie nicht mehr nutzen, und fügen Sie dann den neuen hinzu."),
        "es": ("No caben más claves de acceso", "Quite una que ya no use y añada después la nueva."),
        "pt": ("Não cabem mais chaves de acesso", "Retire uma que já não usa e acrescente depois a nova."),
    },
    "second-factor-first": {
        "en": (
            "Show your second factor first",
            "Sign in with your passkey or your code, then change it. If you have lost it, ask the secretariat.",
        ),
        "de": (
            "Zeigen Sie erst Ihren zweiten Faktor",
            "Melden Sie sich mit Passkey oder Code an und ändern Sie ihn dann. Ist er verloren, fragen Sie das Sekretariat.",
        ),
        "es": (
            "Muestre primero su segundo factor",
            "Entre con su clave de acceso o su código y cámbielo después. Si lo ha perdido, pregunte a la secretaría.",
        ),
        "pt": (
            "Mostre primeiro seu segundo fator",
            "Entre com sua chave de acesso ou seu código e altere-o depois. Se o perdeu, pergunte à secretaria.",
        ),
    },
    "provider-refused": {
        "en": (
            "Signing in elsewhere did not work",
            "It took too long, was broken off, or came from another browser window. Begin again.",
        ),
        "de": (
            "Die Anmeldung über den anderen Dienst gelang nicht",
            "Sie dauerte zu lange, wurde abgebrochen oder kam aus einem anderen Fenster. Beginnen Sie neu.",
        ),
        "es": (
            "No se pudo entrar por el otro servicio",
            "Tardó demasiado, se interrumpió o venía de otra ventana. Empiece de nuevo.",
        ),
        "pt": (
            "Não foi possível entrar pelo outro serviço",
            "Demorou demais, foi interrompido ou veio de outra janela. Comece de novo.",
        ),
    },
    "not-invited": {
        "en": (
            "There is no account for you yet",
            "Accounts are made by invitation, for an address that the other service has verified. Ask the secretariat.",
        ),
        "de": (
            "Für Sie gibt es noch kein Konto",
            "Konten entstehen durch Einladung, für eine Adresse, die der andere Dienst geprüft hat. Fragen Sie das Sekretariat.",
        ),
        "es": (
            "Aún no hay una cuenta para usted",
            "Las cuentas se crean por invitación, para una dirección verificada por el otro servicio. Pregunte a la secretaría.",
        ),
        "pt": (
            "Ainda não há uma conta para você",
            "As contas nascem de um convite, para um endereço que o outro serviço verificou. Pergunte à secretaria.",
        ),
    },
    "provider-silent": {
        "en": ("The other service does not answer", "Try again in a few minutes, or sign in with your password."),
        "de": (
            "Der andere Dienst antwortet nicht",
            "Versuchen Sie es in einigen Minuten erneut, oder melden Sie sich mit dem Passwort an.",
        ),
        "es": ("El otro servicio no responde", "Inténtelo en unos minutos o entre con su contraseña."),
        "pt": ("O outro serviço não responde", "Tente de novo em alguns minutos ou entre com sua senha."),
    },
    "wrong-step": {
        "en": ("That step does not lead on from here", "The membership is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Die Mitgliedschaft steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "La membresía está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "A associação está no estado {state}."),
    },
    "already-member": {
        "en": ("It is there already", "This country or organisation belongs to the network, is invited, or has applied."),
        "de": (
            "Das gibt es schon",
            "Dieses Land oder diese Organisation gehört zum Netzwerk, ist eingeladen oder hat sich beworben.",
        ),
        "es": ("Ya está", "Este país u organización pertenece a la red, está invitado o ha presentado una solicitud."),
        "pt": ("Já está", "Este país ou organização pertence à rede, foi convidado ou apresentou um pedido."),
    },
    "wait-to-apply": {
        "en": ("It is too early to apply again", "The last application was refused. The network takes a new one from {until} on."),
        "de": ("Für eine neue Bewerbung ist es zu früh", "Die letzte wurde abgelehnt. Das Netzwerk nimmt ab {until} eine neue an."),
        "es": ("Es pronto para volver a solicitarlo", "La última solicitud fue rechazada. La red acepta otra desde el {until}."),
        "pt": ("É cedo para pedir de novo", "O último pedido foi recusado. A rede aceita outro a partir de {until}."),
    },
    "application-decided": {
        "en": ("This application is decided", "Look at it as it is now."),
        "de": ("Über diese Bewerbung ist entschieden", "Sehen Sie sich den jetzigen Stand an."),
        "es": ("Esta solicitud ya está resuelta", "Mírela tal como está ahora."),
        "pt": ("Este pedido já foi decidido", "Veja como está agora."),
    },
    "beyond-bound": {
        "en": (
            "The network's rules leave no room",
            "At most {limit} are allowed, there are {current}, and {wanted} are wanted; {fits} more would fit.",
        ),
        "de": (
            "Die Regeln des Netzwerks lassen das nicht zu",
            "Erlaubt sind höchstens {limit}, es gibt {current}, gewünscht sind {wanted}; {fits} weitere hätten Platz.",
        ),
        "es": (
            "Las reglas de la red no dejan sitio",
            "Se permiten {limit} como máximo, hay {current} y se piden {wanted}; cabrían {fits} más.",
        ),
        "pt": (
            "As regras da rede não deixam espaço",
            "São permitidos no máximo {limit}, há {current} e pedem-se {wanted}; caberiam mais {fits}.",
        ),
    },
    "rules-in-past": {
        "en": ("Rules begin today or later", "What was decided under former rules stays as it was. Choose another first day."),
        "de": (
            "Regeln gelten ab heute oder später",
            "Was unter früheren Regeln entschieden wurde, bleibt. Wählen Sie einen anderen ersten Tag.",
        ),
        "es": ("Las reglas empiezan hoy o más tarde", "Lo decidido con reglas anteriores queda como está. Elija otro primer día."),
        "pt": (
            "As regras começam hoje ou mais tarde",
            "O que foi decidido com regras anteriores fica como está. Escolha outro primeiro dia.",
        ),
    },
    "seat-wrong-step": {
        "en": ("That step does not lead on from here", "The seat is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Der Sitz steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "El puesto está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "O assento está no estado {state}."),
    },
    "own-nomination": {
        "en": ("Someone else has to decide this", "Nobody confirms or refuses their own nomination, nor one they made."),
        "de": (
            "Das muss jemand anders entscheiden",
            "Niemand bestätigt oder verwirft die eigene Nominierung oder eine selbst ausgesprochene.",
        ),
        "es": ("Debe decidirlo otra persona", "Nadie confirma ni rechaza su propia propuesta ni la que hizo."),
        "pt": ("Outra pessoa tem de decidir isto", "Ninguém confirma nem recusa a própria indicação nem a que fez."),
    },
    "focal-point-nominates": {
        "en": (
            "The country's focal point nominates",
            "This country has a focal point. Ask it to nominate; the secretariat then confirms.",
        ),
        "de": (
            "Die Kontaktstelle des Landes nominiert",
            "Dieses Land hat eine Kontaktstelle. Bitten Sie sie um die Nominierung; das Sekretariat bestätigt dann.",
        ),
        "es": (
            "Propone el punto focal del país",
            "Este país tiene un punto focal. Pídale que proponga; la secretaría confirma después.",
        ),
        "pt": (
            "Quem indica é o ponto focal do país",
            "Este país tem um ponto focal. Peça-lhe que indique; a secretaria confirma depois.",
        ),
    },
    "successor-first": {
        "en": (
            "Name a successor first",
            "You are your country's focal point. Hand that over to another national representative, or ask the secretariat.",
        ),
        "de": (
            "Benennen Sie zuerst eine Nachfolge",
            "Sie sind die Kontaktstelle Ihres Landes. Übergeben Sie das einer anderen nationalen Vertretung, oder fragen Sie das Sekretariat.",
        ),
        "es": (
            "Nombre antes a quien le suceda",
            "Usted es el punto focal de su país. Páselo a otro representante nacional o pida ayuda a la secretaría.",
        ),
        "pt": (
            "Nomeie primeiro quem o sucede",
            "Você é o ponto focal de seu país. Passe isso a outro representante nacional ou peça ajuda à secretaria.",
        ),
    },
    "deputy-needed": {
        "en": ("A leave needs a deputy", "Nominate one first and have them confirmed."),
        "de": ("Eine Abwesenheit braucht eine Vertretung", "Nominieren Sie zuerst eine und lassen Sie sie bestätigen."),
        "es": ("Una ausencia necesita suplencia", "Proponga antes a alguien y espere a que se confirme."),
        "pt": ("Uma ausência precisa de suplência", "Indique alguém primeiro e aguarde a confirmação."),
    },
    "not-national": {
        "en": ("The focal point is a national representative", "Choose a confirmed person on one of the country's national seats."),
        "de": (
            "Die Kontaktstelle ist eine nationale Vertretung",
            "Wählen Sie eine bestätigte Person auf einem nationalen Sitz des Landes.",
        ),
        "es": ("El punto focal es un representante nacional", "Elija a una persona confirmada en un puesto nacional del país."),
        "pt": ("O ponto focal é um representante nacional", "Escolha uma pessoa confirmada em um assento nacional do país."),
    },
    "seat-taken": {
        "en": ("Someone was named meanwhile", "Look at the seat as it is now."),
        "de": ("Inzwischen wurde jemand benannt", "Sehen Sie sich den Sitz im jetzigen Stand an."),
        "es": ("Entretanto se nombró a alguien", "Mire el puesto tal como está ahora."),
        "pt": ("Entretanto alguém foi indicado", "Veja o assento como está agora."),
    },
    "too-large": {
        "en": ("The request is too large", "A body may hold at most 1 MiB."),
        "de": ("Die Anfrage ist zu groß", "Ein Inhalt darf höchstens 1 MiB groß sein."),
        "es": ("La solicitud es demasiado grande", "El cuerpo puede tener como máximo 1 MiB."),
        "pt": ("O pedido é demasiado grande", "O corpo pode ter no máximo 1 MiB."),
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
    "unavailable": {
        "en": ("Not ready at the moment", "Try again after the time that Retry-After names."),
        "de": ("Im Moment nicht bereit", "Versuchen Sie es nach der Zeit erneut, die Retry-After nennt."),
        "es": ("No disponible por el momento", "Inténtelo de nuevo tras el tiempo que indica Retry-After."),
        "pt": ("Indisponível de momento", "Tente de novo após o tempo indicado em Retry-After."),
    },
}
"""Problem name to (title, detail) per language."""

SAYINGS: dict[str, dict[str, str]] = {
    "range_order": {
        "en": "At least is not more than at most.",
        "de": "„Mindestens“ ist nicht mehr als „höchstens“.",
        "es": "El mínimo no supera el máximo.",
        "pt": "O mínimo não passa do máximo.",
    },
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
    "years": {
        "en": "A network does not end before it is founded.",
        "de": "Ein Netzwerk endet nicht vor seiner Gründung.",
        "es": "Una red no termina antes de fundarse.",
        "pt": "Uma rede não termina antes de ser fundada.",
    },
    "qualified_count": {
        "en": "A number of members needs its qualifier: exact, about, over or counted.",
        "de": "Eine Mitgliederzahl braucht ihre Einordnung: exact, about, over oder counted.",
        "es": "Un número de miembros necesita su calificador: exact, about, over o counted.",
        "pt": "Um número de membros precisa de seu qualificador: exact, about, over ou counted.",
    },
    "profile_fields": {
        "en": "A profile has its 14 fields, each once and in order.",
        "de": "Ein Profil hat seine 14 Felder, jedes einmal und der Reihe nach.",
        "es": "Un perfil tiene sus 14 campos, cada uno una vez y en orden.",
        "pt": "Um perfil tem seus 14 campos, cada um uma vez e em ordem.",
    },
    "one_reading": {
        "en": "Exactly one of several readings counts.",
        "de": "Genau eine von mehreren Lesarten zählt.",
        "es": "Exactamente una de varias lecturas cuenta.",
        "pt": "Exatamente uma de várias leituras conta.",
    },
    "one_target": {
        "en": "A relation leads to a network or to an organisation, to one of them.",
        "de": "Eine Beziehung führt zu einem Netzwerk oder zu einer Organisation, nur zu einem davon.",
        "es": "Una relación lleva a una red o a una organización, solo a una.",
        "pt": "Uma relação leva a uma rede ou a uma organização, apenas a uma.",
    },
    "no_data_fields": {
        "en": "Name only fields of the profile as gaps.",
        "de": "Nennen Sie als Lücken nur Felder des Profils.",
        "es": "Indique como vacíos solo campos del perfil.",
        "pt": "Indique como lacunas apenas campos do perfil.",
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
    "unknown_network": {
        "en": "No network has this slug. Import the network first, or correct the slug.",
        "de": "Kein Netzwerk trägt diese Kurzadresse. Importieren Sie es zuerst, oder berichtigen Sie sie.",
        "es": "Ninguna red tiene esta dirección corta. Importe primero la red o corrija la dirección.",
        "pt": "Nenhuma rede tem este endereço curto. Importe primeiro a rede ou corrija o endereço.",
    },
    "unknown_organisation": {
        "en": "No organisation has this slug. Import the organisation first, or correct the slug.",
        "de": "Keine Organisation trägt diese Kurzadresse. Importieren Sie sie zuerst, oder berichtigen Sie sie.",
        "es": "Ninguna organización tiene esta dirección corta. Impórtela primero o corrija la dirección.",
        "pt": "Nenhuma organização tem este endereço curto. Importe-a primeiro ou corrija o endereço.",
    },
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
    "member_named": {
        "en": "A membership of a country names the country, any other one its organisation.",
        "de": "Die Mitgliedschaft eines Landes nennt das Land, jede andere ihre Organisation.",
        "es": "La membresía de un país indica el país; cualquier otra, su organización.",
        "pt": "A associação de um país indica o país; qualquer outra, sua organização.",
    },
    "membership_begins": {
        "en": "Say since when it holds (valid_from) or when it was seen to hold (observed_on).",
        "de": "Nennen Sie den Beginn (valid_from) oder wann sie beobachtet wurde (observed_on).",
        "es": "Indique desde cuándo vale (valid_from) o cuándo se observó (observed_on).",
        "pt": "Indique desde quando vale (valid_from) ou quando foi observada (observed_on).",
    },
    "membership_source": {
        "en": "Name at least one source.",
        "de": "Nennen Sie mindestens eine Quelle.",
        "es": "Indique al menos una fuente.",
        "pt": "Indique pelo menos uma fonte.",
    },
    "date_from_datetime_parsing": {
        "en": "Write the day as 2019-09-20.",
        "de": "Schreiben Sie den Tag als 2019-09-20.",
        "es": "Escriba el día como 2019-09-20.",
        "pt": "Escreva o dia como 2019-09-20.",
    },
    "password_length": {
        "en": "Choose a password of 12 to 200 characters; a sentence is fine.",
        "de": "Wählen Sie ein Passwort mit 12 bis 200 Zeichen; ein Satz ist gut.",
        "es": "Elija una contraseña de 12 a 200 caracteres; una frase sirve.",
        "pt": "Escolha uma senha de 12 a 200 caracteres; uma frase serve.",
    },
    "password_common": {
        "en": "This password is among those guessed first. Choose another.",
        "de": "Dieses Passwort gehört zu denen, die zuerst geraten werden. Wählen Sie ein anderes.",
        "es": "Esta contraseña es de las que se prueban primero. Elija otra.",
        "pt": "Esta senha está entre as que se tentam primeiro. Escolha outra.",
    },
    "password_personal": {
        "en": "Leave your name and your address out of the password.",
        "de": "Lassen Sie Ihren Namen und Ihre Adresse aus dem Passwort heraus.",
        "es": "Deje su nombre y su dirección fuera de la contraseña.",
        "pt": "Deixe seu nome e seu endereço fora da senha.",
    },
    "password_wrong": {
        "en": "This is not your present password.",
        "de": "Das ist nicht Ihr jetziges Passwort.",
        "es": "Esta no es su contraseña actual.",
        "pt": "Esta não é sua senha atual.",
    },
    "code_wrong": {
        "en": "This code does not fit now, or was used already. Wait for the next one.",
        "de": "Dieser Code passt gerade nicht oder wurde schon benutzt. Warten Sie auf den nächsten.",
        "es": "Este código no sirve ahora o ya se usó. Espere al siguiente.",
        "pt": "Este código não serve agora ou já foi usado. Espere o próximo.",
    },
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
    "passkey_refused": {
        "en": "This device's answer does not fit the question. Begin again, and confirm on the device who you are.",
        "de": "Die Antwort dieses Geräts passt nicht zur Frage. Beginnen Sie neu und bestätigen Sie sich am Gerät.",
        "es": "La respuesta de este dispositivo no encaja con la pregunta. Empiece de nuevo y confirme en él quién es.",
        "pt": "A resposta deste dispositivo não combina com a pergunta. Comece de novo e confirme nele quem é.",
    },
    "country": {
        "en": "Name a country by its two letters (ISO 3166-1), such as BR.",
        "de": "Nennen Sie ein Land mit zwei Buchstaben (ISO 3166-1), etwa BR.",
        "es": "Indique un país con dos letras (ISO 3166-1), por ejemplo BR.",
        "pt": "Indique um país com duas letras (ISO 3166-1), por exemplo BR.",
    },
}
"""Code of a refused value (those of Pydantic and our own) to its sentence per language."""


Problems = dict[str, dict[str, tuple[str, str]]]
Values = dict[str, dict[str, str]]


def say(problems: Problems, values: Values) -> None:
    """Add a room's sentences."""
    MESSAGES.update(problems)
    SAYINGS.update(values)
