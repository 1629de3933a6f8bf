from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.identity import clients_messages, messages

say(messages.PROBLEMS, messages.VALUES)
say(clients_messages.PROBLEMS, clients_messages.VALUES)
recorded(
    "account",
    "account.changed",
    "account.created",
    "account.disabled",
    "account.enabled",
    "account.erased",
    "account.passkey_added",
    "account.passkey_removed",
    "account.password_changed",
    "account.second_factor_removed",
    "account.second_factor_set",
    "account.signed_in",
    "contact.shown",
    "contact.withdrawn",
    "grant.begun",
    "grant.ended",
)
recorded(
    "client", "client.active", "client.changed", "client.created", "client.disabled", "client.secret_added", "client.secret_ended"
)
recorded("invitation", "invitation.accepted", "invitation.revoked", "invitation.sent", "invitation.sent_again")
