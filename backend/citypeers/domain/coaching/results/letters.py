"""What is told once a coaching is over."""

from citypeers.domain.coaching.requests.letters import Said

FOLLOW_UP: Said = {
    "en": "It is some months ago now: did it change anything? Two clicks and a sentence are enough",
    "de": "Es ist nun einige Monate her: Hat es etwas verändert? Zwei Klicks und ein Satz genügen",
    "es": "Han pasado unos meses: ¿ha cambiado algo? Bastan dos clics y una frase",
    "pt": "Passaram-se alguns meses: mudou alguma coisa? Bastam dois cliques e uma frase",
}
OVERDUE: Said = {
    "en": "The day of one of your action items has passed; say that it is done, or name a new day",
    "de": "Der Tag eines Ihrer Vorhaben ist vorbei; sagen Sie, dass es erledigt ist, oder nennen Sie einen neuen",
    "es": "Ha pasado la fecha de una de sus tareas; diga que está hecha o indique otra fecha",
    "pt": "Passou a data de uma das suas tarefas; diga que está feita ou indique outra data",
}
