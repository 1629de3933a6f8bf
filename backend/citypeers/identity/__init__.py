from citypeers.core.messages import say
from citypeers.identity import clients_messages, messages

say(messages.PROBLEMS, messages.VALUES)
say(clients_messages.PROBLEMS, clients_messages.VALUES)
