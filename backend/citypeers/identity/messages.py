"""The door's sentences about refusals: signing in, accounts, second factors and invitations."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
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
}

VALUES: Values = {
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
    "passkey_refused": {
        "en": "This device's answer does not fit the question. Begin again, and confirm on the device who you are.",
        "de": "Die Antwort dieses Geräts passt nicht zur Frage. Beginnen Sie neu und bestätigen Sie sich am Gerät.",
        "es": "La respuesta de este dispositivo no encaja con la pregunta. Empiece de nuevo y confirme en él quién es.",
        "pt": "A resposta deste dispositivo não combina com a pergunta. Comece de novo e confirme nele quem é.",
    },
}
