"""The sentences about refusals in peer coaching."""

from citypeers.core.messages import Problems, Values

PROBLEMS: Problems = {
    "offer-there": {
        "en": ("There is such an offer already", "Each organisation, and each person, has one offer. Change that one."),
        "de": ("Ein solches Angebot gibt es schon", "Jede Organisation und jede Person hat ein Angebot. Ändern Sie dieses."),
        "es": ("Ya existe esa oferta", "Cada organización y cada persona tiene una oferta. Cambie esa."),
        "pt": ("Essa oferta já existe", "Cada organização e cada pessoa tem uma oferta. Altere essa."),
    },
    "offer-ended": {
        "en": ("This offer has ended", "It stays as it was. Make a new one."),
        "de": ("Dieses Angebot ist beendet", "Es bleibt, wie es war. Legen Sie ein neues an."),
        "es": ("Esta oferta ha terminado", "Queda como estaba. Cree una nueva."),
        "pt": ("Esta oferta terminou", "Fica como estava. Crie uma nova."),
    },
    "offer-wrong-step": {
        "en": ("That step does not lead on from here", "The offer is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Das Angebot steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "La oferta está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "A oferta está no estado {state}."),
    },
    "need-there": {
        "en": ("This need is open already", "An organisation names a topic once. Say more in the need that is there."),
        "de": ("Dieser Bedarf ist schon offen", "Eine Organisation nennt ein Thema einmal. Ergänzen Sie den vorhandenen Bedarf."),
        "es": ("Esta necesidad ya está abierta", "Una organización nombra un tema una vez. Complete la que ya existe."),
        "pt": ("Esta necessidade já está aberta", "Uma organização nomeia um tema uma vez. Complete a que já existe."),
    },
    "need-wrong-step": {
        "en": ("That step does not lead on from here", "The need is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Der Bedarf steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "La necesidad está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "A necessidade está no estado {state}."),
    },
    "coaching-wrong-step": {
        "en": ("That step does not lead on from here", "The request is in the state {state}."),
        "de": ("Dieser Schritt ist hier nicht möglich", "Die Anfrage steht im Zustand {state}."),
        "es": ("Ese paso no es posible desde aquí", "La solicitud está en el estado {state}."),
        "pt": ("Esse passo não é possível a partir daqui", "O pedido está no estado {state}."),
    },
    "coaching-not-writable": {
        "en": (
            "Others have read this by now",
            "The request is in the state {state}. What it asks for can be changed until somebody is invited, "
            "what came of it from the first coach on until the end.",
        ),
        "de": (
            "Andere haben das schon gelesen",
            "Die Anfrage steht im Zustand {state}. Was sie fragt, lässt sich ändern, bis jemand eingeladen ist, "
            "was daraus wurde, von der ersten Zusage bis zum Ende.",
        ),
        "es": (
            "Otros ya lo han leído",
            "La solicitud está en el estado {state}. Lo que pide puede cambiarse hasta que se invite a alguien; "
            "el resultado, desde la primera aceptación hasta el final.",
        ),
        "pt": (
            "Outros já leram isto",
            "O pedido está no estado {state}. O que pede pode ser alterado até alguém ser convidado; "
            "o resultado, da primeira aceitação até o fim.",
        ),
    },
    "coaching-incomplete": {
        "en": ("Something is missing for the search", "Each entry of errors names what a coach has to know first."),
        "de": ("Für die Suche fehlt noch etwas", "Jeder Eintrag unter errors nennt, was eine beratende Stadt wissen muss."),
        "es": ("Falta algo para la búsqueda", "Cada entrada de errors indica lo que debe saber quien asesora."),
        "pt": ("Falta algo para a procura", "Cada entrada de errors indica o que o mentor precisa saber."),
    },
    "not-a-match": {
        "en": (
            "This organisation is not among the matches",
            "Only those in the list of matches can be invited. The list says of every other one why it is not there.",
        ),
        "de": (
            "Diese Organisation ist nicht unter den Vorschlägen",
            "Einladen lässt sich, wer in der Vorschlagsliste steht. Die Liste sagt bei jeder anderen, warum sie fehlt.",
        ),
        "es": (
            "Esta organización no está entre las propuestas",
            "Solo se puede invitar a las de la lista de propuestas. De cada una de las demás, la lista dice por qué falta.",
        ),
        "pt": (
            "Esta organização não está entre as sugestões",
            "Só se convida quem está na lista de sugestões. De cada uma das outras, a lista diz por que falta.",
        ),
    },
    "invitations-full": {
        "en": (
            "As many are asked as may be",
            "{limit} invitations may be open now. Wait for an answer, or ask the secretariat to take one back.",
        ),
        "de": (
            "Es sind so viele gefragt, wie es sein dürfen",
            "{limit} Einladungen dürfen jetzt offen sein. Warten Sie eine Antwort ab oder bitten Sie das Sekretariat, eine zurückzunehmen.",
        ),
        "es": (
            "Ya se ha invitado a tantas como se puede",
            "Puede haber {limit} invitaciones abiertas. Espere una respuesta o pida a la secretaría que retire una.",
        ),
        "pt": (
            "Já se convidou tantas quantas se pode",
            "Podem estar abertos {limit} convites. Espere uma resposta ou peça à secretaria que retire um.",
        ),
    },
    "invitation-answered": {
        "en": ("This invitation waits for no answer any more", "It is {state}. Look at the request as it is now."),
        "de": (
            "Diese Einladung wartet auf keine Antwort mehr",
            "Sie steht auf {state}. Sehen Sie sich die Anfrage im jetzigen Stand an.",
        ),
        "es": ("Esta invitación ya no espera respuesta", "Está en {state}. Mire la solicitud tal como está ahora."),
        "pt": ("Este convite já não espera resposta", "Está em {state}. Veja o pedido como está agora."),
    },
    "no-capacity": {
        "en": (
            "Your quarter is full",
            "{taken} of {capacity} coachings of this quarter are taken. Raise the number in your offer, or decline and say from when on.",
        ),
        "de": (
            "Ihr Quartal ist voll",
            "{taken} von {capacity} Beratungen dieses Quartals sind vergeben. Erhöhen Sie die Zahl in Ihrem Angebot, "
            "oder sagen Sie ab und nennen Sie, ab wann es geht.",
        ),
        "es": (
            "Su trimestre está completo",
            "{taken} de {capacity} asesorías de este trimestre están ocupadas. Aumente el número en su oferta o decline y diga desde cuándo podría.",
        ),
        "pt": (
            "O seu trimestre está cheio",
            "{taken} de {capacity} mentorias deste trimestre estão tomadas. Aumente o número na sua oferta ou recuse e diga a partir de quando pode.",
        ),
    },
    "slot-not-agreed": {
        "en": (
            "Not everybody can at that time",
            "Still needed: {who}. Ask them to answer yes or “if need be”, or take another time.",
        ),
        "de": (
            "Zu dieser Zeit können nicht alle",
            "Es fehlt noch: {who}. Bitten Sie um ein Ja oder „notfalls“, oder nehmen Sie eine andere Zeit.",
        ),
        "es": (
            "No todos pueden a esa hora",
            "Falta todavía: {who}. Pida que respondan sí o «si hace falta», o elija otra hora.",
        ),
        "pt": (
            "Nem todos podem nesse horário",
            "Ainda falta: {who}. Peça que respondam sim ou “se for preciso”, ou escolha outro horário.",
        ),
    },
    "no-session-planned": {
        "en": ("No session is planned", "Agree on a time first."),
        "de": ("Es ist keine Sitzung geplant", "Vereinbaren Sie zuerst eine Zeit."),
        "es": ("No hay ninguna sesión prevista", "Acuerden primero una hora."),
        "pt": ("Não há sessão planejada", "Combinem primeiro um horário."),
    },
    "no-session-held": {
        "en": (
            "The last session is not held yet",
            "Reports follow the last session. Hold the one that is planned, or plan one first.",
        ),
        "de": (
            "Die letzte Sitzung hat noch nicht stattgefunden",
            "Berichte folgen auf die letzte Sitzung. Halten Sie die geplante ab, oder planen Sie zuerst eine.",
        ),
        "es": (
            "La última sesión aún no se ha celebrado",
            "Los informes siguen a la última sesión. Celebren la prevista o prevean una primero.",
        ),
        "pt": (
            "A última sessão ainda não aconteceu",
            "Os relatórios seguem a última sessão. Realizem a planejada ou planejem uma primeiro.",
        ),
    },
    "outcome-missing": {
        "en": ("The outcome is not told yet", "Write what came of it; then both sides can finish early."),
        "de": (
            "Das Ergebnis steht noch nicht da",
            "Schreiben Sie, was daraus wurde; dann können beide Seiten vorzeitig abschließen.",
        ),
        "es": ("Falta contar el resultado", "Escriba qué se logró; entonces ambas partes podrán terminar antes."),
        "pt": ("Falta contar o resultado", "Escreva o que resultou; então os dois lados podem terminar antes."),
    },
    "not-nudged-twice": {
        "en": (
            "The sides still have time",
            "They were reminded {nudges} of {limit} times. After that the secretariat may close the request.",
        ),
        "de": (
            "Die Beteiligten haben noch Zeit",
            "Sie wurden {nudges} von {limit} Mal erinnert. Danach kann das Sekretariat die Anfrage schließen.",
        ),
        "es": (
            "Las partes aún tienen tiempo",
            "Se les recordó {nudges} de {limit} veces. Después la secretaría puede cerrar la solicitud.",
        ),
        "pt": (
            "Os lados ainda têm tempo",
            "Foram lembrados {nudges} de {limit} vezes. Depois a secretaria pode encerrar o pedido.",
        ),
    },
    "report-too-early": {
        "en": ("Reports follow the last session", "The request is in the state {state}. Say first that the last session was held."),
        "de": (
            "Berichte folgen auf die letzte Sitzung",
            "Die Anfrage steht im Zustand {state}. Sagen Sie zuerst, dass die letzte Sitzung stattgefunden hat.",
        ),
        "es": (
            "Los informes siguen a la última sesión",
            "La solicitud está en el estado {state}. Diga primero que se celebró la última sesión.",
        ),
        "pt": (
            "Os relatórios seguem a última sessão",
            "O pedido está no estado {state}. Diga primeiro que a última sessão foi realizada.",
        ),
    },
    "report-there": {
        "en": ("This side has written its report", "Each side says it once. Add what is new to the outcome."),
        "de": ("Diese Seite hat ihren Bericht geschrieben", "Jede Seite sagt es einmal. Ergänzen Sie Neues beim Ergebnis."),
        "es": ("Esta parte ya escribió su informe", "Cada parte lo dice una vez. Añada lo nuevo al resultado."),
        "pt": ("Este lado já escreveu o seu relatório", "Cada lado diz uma vez. Acrescente o que é novo ao resultado."),
    },
    "follow-up-too-early": {
        "en": ("It is too early to say", "This is asked months later. You will get a letter."),
        "de": ("Dafür ist es zu früh", "Das wird erst nach Monaten gefragt. Sie bekommen eine Nachricht."),
        "es": ("Es demasiado pronto para decirlo", "Se preguntará dentro de unos meses. Recibirá una carta."),
        "pt": ("É cedo demais para dizer", "Isto será perguntado meses depois. Você receberá uma carta."),
    },
    "nothing-to-harvest": {
        "en": (
            "Nothing has come of it yet",
            "The request is in the state {state}. Once a session was held, it can become a lesson, a practice or a replication.",
        ),
        "de": (
            "Daraus ist noch nichts geworden",
            "Die Anfrage steht im Zustand {state}. Nach der ersten Sitzung kann daraus eine Lehre, eine Praxis oder eine Übernahme werden.",
        ),
        "es": (
            "Aún no ha salido nada de ello",
            "La solicitud está en el estado {state}. Tras la primera sesión puede convertirse en una lección, una práctica o una réplica.",
        ),
        "pt": (
            "Ainda não resultou nada",
            "O pedido está no estado {state}. Depois da primeira sessão pode tornar-se uma lição, uma prática ou uma réplica.",
        ),
    },
}
VALUES: Values = {
    "not_a_side": {
        "en": "This organisation takes no part in the coaching.",
        "de": "Diese Organisation ist an der Beratung nicht beteiligt.",
        "es": "Esta organización no participa en la asesoría.",
        "pt": "Esta organização não participa da mentoria.",
    },
    "not_a_sides_project": {
        "en": "No project of an organisation that takes part has this id.",
        "de": "Kein Projekt einer beteiligten Organisation hat diese Kennung.",
        "es": "Ningún proyecto de una organización participante tiene este identificador.",
        "pt": "Nenhum projeto de uma organização participante tem este identificador.",
    },
    "topic_not_offered": {
        "en": "This evidence is about a topic that is not offered.",
        "de": "Dieser Nachweis betrifft ein Thema, das nicht angeboten wird.",
        "es": "Esta prueba trata de un tema que no se ofrece.",
        "pt": "Esta prova trata de um tema que não se oferece.",
    },
    "ends_before": {
        "en": "It ends before it begins.",
        "de": "Es endet, bevor es beginnt.",
        "es": "Termina antes de empezar.",
        "pt": "Termina antes de começar.",
    },
    "no_person": {
        "en": "Only a person can offer to coach in person.",
        "de": "Nur eine Person kann anbieten, selbst zu beraten.",
        "es": "Solo una persona puede ofrecerse a asesorar en persona.",
        "pt": "Só uma pessoa pode oferecer-se como mentora.",
    },
    "places_of_a_group": {
        "en": "A group or a sounding board has three to six places.",
        "de": "Eine Gruppe oder ein Sounding Board hat drei bis sechs Plätze.",
        "es": "Un grupo o un consejo asesor tiene de tres a seis plazas.",
        "pt": "Um grupo ou um conselho de troca tem de três a seis lugares.",
    },
    "one_place": {
        "en": "This format has one place.",
        "de": "Dieses Format hat einen Platz.",
        "es": "Este formato tiene una plaza.",
        "pt": "Este formato tem um lugar.",
    },
    "day_ahead": {
        "en": "Name a day that is still to come, within a year.",
        "de": "Nennen Sie einen Tag, der noch kommt, innerhalb eines Jahres.",
        "es": "Indique un día que aún no haya llegado, dentro de un año.",
        "pt": "Indique um dia que ainda esteja por vir, dentro de um ano.",
    },
}
