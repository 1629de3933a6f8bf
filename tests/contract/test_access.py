"""Every operation of the contract has a row for every role; one without a row fails."""

import re

import pytest
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import Role
from tests.contract.committed import CONTRACT, OPERATIONS
from tests.identity.people import partner, sign_in, staff

VISITOR = {
    "countries.get": ("/api/v1/countries/BR", 200),
    "countries.page": ("/api/v1/countries", 200),
    "memberships.page": ("/api/v1/memberships", 200),
    "networks.members": ("/api/v1/networks/iscn/members?on=2019-09-20", 200),
    "organisations.get": ("/api/v1/organisations/muenchen", 200),
    "organisations.memberships": ("/api/v1/organisations/muenchen/memberships", 200),
    "organisations.page": ("/api/v1/organisations", 200),
    "networks.page": ("/api/v1/networks", 200),
    "networks.analysis": ("/api/v1/networks/analysis", 200),
    "networks.recommendations": ("/api/v1/networks/recommendations", 200),
    "networks.get": ("/api/v1/networks/iscn", 200),
    "networks.relations": ("/api/v1/networks/iscn/relations", 200),
    "networks.revisions": ("/api/v1/networks/iscn/revisions", 200),
    "search.page": ("/api/v1/search?q=city", 200),
    "projects.page": ("/api/v1/projects", 200),
    "projects.get": (f"/api/v1/projects/{'0' * 32}", 404),
    "projects.similar": (f"/api/v1/projects/{'0' * 32}/similar", 404),
    "projects.replications": (f"/api/v1/projects/{'0' * 32}/replications", 404),
    "projects.family": (f"/api/v1/projects/{'0' * 32}/family", 404),
    "replications.machine": ("/api/v1/replications/machine", 200),
    "coaching.machine": ("/api/v1/coaching-requests/machine", 200),
    "matching-rounds.machine": ("/api/v1/matching-rounds/machine", 200),
    "matching-weights.get": ("/api/v1/networks/iscn/matching-weights", 200),
    "replications.get": (f"/api/v1/replications/{'0' * 32}", 404),
    "projects.machine": ("/api/v1/projects/machine", 200),
    "projects.fields": ("/api/v1/projects/fields", 200),
    "projects.map": ("/api/v1/projects/map", 200),
    "imports.machine": ("/api/v1/imports/machine", 200),
    "projects.revisions": (f"/api/v1/projects/{'0' * 32}/revisions", 404),
    "projects.attachment": (f"/api/v1/projects/{'0' * 32}/attachments/{'0' * 32}", 404),
    "projects.thumbnail": (f"/api/v1/projects/{'0' * 32}/attachments/{'0' * 32}/thumbnail", 404),
    "practices.page": ("/api/v1/practices", 200),
    "practices.machine": ("/api/v1/practices/machine", 200),
    "practices.get": (f"/api/v1/practices/{'0' * 32}", 404),
    "topic-schemes.page": ("/api/v1/topic-schemes", 200),
    "topics.page": ("/api/v1/topics", 200),
    "topics.get": ("/api/v1/topics/mobility", 200),
    "rules.page": ("/api/v1/networks/iscn/rules", 200),
    "seats.page": ("/api/v1/seats", 200),
    "seats.machine": ("/api/v1/seats/machine", 200),
    "seats.get": (f"/api/v1/seats/{'0' * 32}", 404),
    "memberships.get": (f"/api/v1/memberships/{'0' * 32}", 404),
}
"""What a visitor gets of what is public."""
ID = "0" * 32
CODE = {"code": "123456"}
CREDENTIAL = {"id": "AA", "rawId": "AA", "type": "public-key"}
NEW_PASSKEY = {"name": "X", "credential": {**CREDENTIAL, "response": {"clientDataJSON": "AA", "attestationObject": "AA"}}}
SIGNATURE = {"clientDataJSON": "AA", "authenticatorData": "AA", "signature": "AA"}
TIMES = {"minutes": 60, "answers": [{"starts_at": "2030-01-07T12:00:00Z", "answer": "yes"}]}
REPORT = {"organisation": "hamburg", "learned": {"en": "x"}, "usefulness": 4, "would_again": True}
ACTION = {"organisation": "hamburg", "text": {"en": "x"}, "due": "2027-01-01"}
LESSON = {"kind": "lesson", "project": ID, "happened": {"en": "x"}}
SIGNED_IN = {
    "me.memberships": ("/api/v1/me/memberships", None, 200),
    "me.projects": ("/api/v1/me/projects", None, 200),
    "me.replications": ("/api/v1/me/replications", None, 200),
    "me.practices": ("/api/v1/me/practices", None, 200),
    "me.reviews": ("/api/v1/me/reviews", None, 200),
    "imports.page": ("/api/v1/imports", None, 200),
    "imports.get": (f"/api/v1/imports/{ID}", None, 404),
    "imports.change": (f"/api/v1/imports/{ID}", {}, 428),
    "imports.move": (f"/api/v1/imports/{ID}/transitions", {"verb": "cancel"}, 428),
    "imports.errors": (f"/api/v1/imports/{ID}/errors", None, 404),
    "import-mappings.page": ("/api/v1/import-mappings", None, 200),
    "import-mappings.get": ("/api/v1/import-mappings/ours", None, 404),
    "import-mappings.forget": ("/api/v1/import-mappings/ours", None, 404),
    "me.searches": ("/api/v1/me/searches", None, 200),
    "me.save-search": ("/api/v1/me/searches", {"noun": "projects", "query": "topic=mobility", "name": "X"}, 201),
    "me.forget-search": (f"/api/v1/me/searches/{ID}", None, 404),
    "me.follows": ("/api/v1/me/follows", None, 200),
    "me.follow": ("/api/v1/me/follows/network/iscn", None, 204),
    "me.unfollow": ("/api/v1/me/follows/network/iscn", None, 204),
    "me.news": ("/api/v1/me/news", None, 200),
    "me.see-news": ("/api/v1/me/news/seen", {"at": "2026-01-01T00:00:00Z"}, 204),
    "me.digest": ("/api/v1/me/digest", None, 200),
    "me.set-digest": ("/api/v1/me/digest", {"rhythm": "off"}, 204),
    "me.notices": ("/api/v1/me/notices", None, 200),
    "me.read-notices": ("/api/v1/me/notices/read", {"ids": [ID]}, 204),
    "me.notice-settings": ("/api/v1/me/notices/settings", None, 200),
    "me.set-notice-settings": ("/api/v1/me/notices/settings", {"hour": 7, "zone": "America/Lima"}, 204),
    "projects.desk": (f"/api/v1/projects/{ID}/desk", None, 404),
    "projects.write": (f"/api/v1/projects/{ID}/desk", {"sdgs": [1]}, 428),
    "projects.move": (f"/api/v1/projects/{ID}/transitions", {"verb": "submit"}, 428),
    "projects.attach": (f"/api/v1/projects/{ID}/attachments?name=a.pdf", None, 404),
    "projects.restore-revision": (f"/api/v1/projects/{ID}/revisions/1/restore", None, 428),
    "auth.sessions": ("/api/v1/auth/sessions", None, 200),
    "auth.end-session": (f"/api/v1/auth/sessions/{ID}", None, 404),
    "auth.begin-second-factor": ("/api/v1/auth/second-factor", None, 200),
    "auth.confirm-second-factor": ("/api/v1/auth/second-factor/confirm", CODE, 422),
    "auth.remove-second-factor": ("/api/v1/auth/second-factor/remove", CODE, 422),
    "auth.change-password": ("/api/v1/auth/password", {"current": "not that one", "new": "a longer sentence"}, 422),
    "auth.ask-for-passkey": ("/api/v1/auth/passkeys/options", None, 200),
    "auth.add-passkey": ("/api/v1/auth/passkeys", NEW_PASSKEY, 422),
    "auth.passkeys": ("/api/v1/auth/passkeys", None, 200),
    "auth.remove-passkey": (f"/api/v1/auth/passkeys/{ID}", None, 404),
    "me.get": ("/api/v1/me", None, 200),
    "me.change": ("/api/v1/me", {"name": "X"}, 428),
    "me.contacts": ("/api/v1/me/contacts", None, 200),
    "me.show-contact": ("/api/v1/me/contacts", {"kind": "phone", "value": "+1", "audience": "members"}, 204),
    "me.withdraw-contact": ("/api/v1/me/contacts/phone", None, 204),
    "me.data": ("/api/v1/me/data", None, 200),
    "me.exports": ("/api/v1/me/exports", None, 200),
    "me.export": ("/api/v1/me/exports", None, 201),
    "me.download-export": (f"/api/v1/me/exports/{ID}", None, 404),
    "me.erase": ("/api/v1/me/erasure", {"password": "not that one"}, 422),
    "organisations.may": ("/api/v1/organisations/muenchen/may", None, 200),
    "memberships.move": (f"/api/v1/memberships/{ID}/transitions", {"verb": "leave"}, 428),
    "seats.nominate": (f"/api/v1/seats/{ID}/nominations", {"name": "X", "email": "x@example.org"}, 428),
    "seats.move": (f"/api/v1/seats/{ID}/transitions", {"verb": "confirm"}, 428),
    "projects.replicate": (f"/api/v1/projects/{ID}/replications", {"organisation": "muenchen"}, 404),
    "practices.change": (f"/api/v1/practices/{ID}", {"year": 2020}, 428),
    "practices.move": (f"/api/v1/practices/{ID}/transitions", {"verb": "publish"}, 428),
    "replications.change": (f"/api/v1/replications/{ID}", {"kept": {"en": "x"}}, 428),
    "replications.move": (f"/api/v1/replications/{ID}/transitions", {"verb": "explore"}, 428),
    "offers.page": ("/api/v1/offers", None, 200),
    "offers.get": (f"/api/v1/offers/{ID}", None, 404),
    "offers.change": (f"/api/v1/offers/{ID}", {"capacity": 1}, 428),
    "offers.move": (f"/api/v1/offers/{ID}/transitions", {"verb": "list"}, 428),
    "needs.page": ("/api/v1/needs", None, 200),
    "needs.get": (f"/api/v1/needs/{ID}", None, 404),
    "needs.change": (f"/api/v1/needs/{ID}", {"note": None}, 428),
    "needs.move": (f"/api/v1/needs/{ID}/transitions", {"verb": "meet"}, 428),
    "coaching.page": ("/api/v1/coaching-requests", None, 200),
    "coaching.get": (f"/api/v1/coaching-requests/{ID}", None, 404),
    "coaching.change": (f"/api/v1/coaching-requests/{ID}", {"topics": []}, 428),
    "coaching.move": (f"/api/v1/coaching-requests/{ID}/transitions", {"verb": "submit"}, 428),
    "coaching.matches": (f"/api/v1/coaching-requests/{ID}/matches", None, 404),
    "coaching.history": (f"/api/v1/coaching-requests/{ID}/history", None, 404),
    "coaching.invite": (f"/api/v1/coaching-requests/{ID}/invitations", {"organisation": "muenchen"}, 428),
    "coaching.invitation": (f"/api/v1/coaching-requests/{ID}/invitations/{ID}", None, 404),
    "coaching.answer": (f"/api/v1/coaching-requests/{ID}/invitations/{ID}/transitions", {"verb": "accept"}, 428),
    "coaching.slots": (f"/api/v1/coaching-requests/{ID}/slots", None, 404),
    "coaching.answer-slots": (f"/api/v1/coaching-requests/{ID}/slots", TIMES, 404),
    "coaching.series": (f"/api/v1/coaching-requests/{ID}/slots/series?first=2030-01-07", None, 404),
    "coaching.sessions": (f"/api/v1/coaching-requests/{ID}/sessions", None, 404),
    "coaching.session": (f"/api/v1/coaching-requests/{ID}/sessions/{ID}", None, 404),
    "coaching.calendar": (f"/api/v1/coaching-requests/{ID}/sessions/{ID}/calendar", None, 404),
    "coaching.enter": (f"/api/v1/coaching-requests/{ID}/sessions/{ID}/entrance", None, 404),
    "coaching.reports": (f"/api/v1/coaching-requests/{ID}/reports", None, 404),
    "coaching.report": (f"/api/v1/coaching-requests/{ID}/reports", REPORT, 404),
    "coaching.actions": (f"/api/v1/coaching-requests/{ID}/actions", None, 404),
    "coaching.act": (f"/api/v1/coaching-requests/{ID}/actions", ACTION, 404),
    "coaching-actions.get": (f"/api/v1/coaching-actions/{ID}", None, 404),
    "coaching-actions.change": (f"/api/v1/coaching-actions/{ID}", {"is_done": True}, 428),
    "coaching.follow-ups": (f"/api/v1/coaching-requests/{ID}/follow-ups", None, 404),
    "follow-ups.get": (f"/api/v1/follow-ups/{ID}", None, 404),
    "follow-ups.answer": (f"/api/v1/follow-ups/{ID}/answers", {"change": "yes"}, 428),
    "coaching.harvests": (f"/api/v1/coaching-requests/{ID}/harvests", None, 404),
    "coaching.harvest": (f"/api/v1/coaching-requests/{ID}/harvests", LESSON, 404),
    "me.coaching": ("/api/v1/me/coaching", None, 200),
    "rooms.page": ("/api/v1/rooms", None, 200),
    "rooms.get": (f"/api/v1/rooms/{ID}", None, 404),
    "rooms.plan": (f"/api/v1/rooms/{ID}/agenda", {"items": []}, 428),
    "rooms.add-task": (f"/api/v1/rooms/{ID}/tasks", {"text": "X"}, 404),
    "rooms.change-task": (f"/api/v1/rooms/{ID}/tasks/{ID}", {"done": True}, 428),
    "rooms.remove-task": (f"/api/v1/rooms/{ID}/tasks/{ID}", None, 404),
    "rooms.add-document": (f"/api/v1/rooms/{ID}/documents?name=a.pdf", None, 404),
    "rooms.document": (f"/api/v1/rooms/{ID}/documents/{ID}", None, 404),
    "rooms.remove-document": (f"/api/v1/rooms/{ID}/documents/{ID}", None, 404),
    "rooms.private-note": (f"/api/v1/rooms/{ID}/private-note", None, 404),
    "rooms.write-private-note": (f"/api/v1/rooms/{ID}/private-note", {"text": "X"}, 428),
    "rooms.note-ticket": (f"/api/v1/rooms/{ID}/note/ticket", None, 404),
}
"""What somebody who is signed in gets, whatever the role: these are about one's own account. Visitors get 401."""
GRANT = {"role": "member"}
RULES = {"valid_from": "2999-01-01", "bounds": {}}
PERSON = {"name": "X", "email": "x@example.org"}
ORGANISATION = {"slug": "somewhere", "name": "Somewhere", "label": {"en": "Somewhere"}, "kind": "municipality"}
OFFER = {"organisation": "hamburg", "topics": ["mobility"], "languages": [{"language": "en", "level": "b2"}], "formats": ["online"]}
WEIGHTS = {"topics": 100, "evidence": 0, "languages": 0, "office_hours": 0, "similar_city": 0, "free_capacity": 0}
STAFF = {
    "accounts.page": ("/api/v1/accounts", None, 200),
    "accounts.get": (f"/api/v1/accounts/{ID}", None, 404),
    "accounts.grant": (f"/api/v1/accounts/{ID}/grants", GRANT, 404),
    "accounts.end-grant": (f"/api/v1/accounts/{ID}/grants/{ID}", None, 404),
    "accounts.move": (f"/api/v1/accounts/{ID}/transitions", {"verb": "disable", "reason": "x"}, 404),
    "applications.page": ("/api/v1/applications", None, 200),
    "applications.get": (f"/api/v1/applications/{ID}", None, 404),
    "applications.decide": (f"/api/v1/applications/{ID}/decisions", {"verb": "admit"}, 428),
    "audit-events.page": ("/api/v1/audit-events", None, 200),
    "import-mappings.keep": ("/api/v1/import-mappings/mine", {}, 200),
    "imports.create": ("/api/v1/imports?noun=projects&source=ours&file=a.json", {}, 422),
    "invitations.page": ("/api/v1/invitations", None, 200),
    "invitations.create": ("/api/v1/invitations", PERSON, 201),
    "invitations.send-again": (f"/api/v1/invitations/{ID}/letters", None, 404),
    "invitations.revoke": (f"/api/v1/invitations/{ID}", None, 404),
    "mails.page": ("/api/v1/mails", None, 200),
    "mails.move": (f"/api/v1/mails/{ID}/transitions", {"verb": "retry"}, 404),
    "memberships.invite": ("/api/v1/memberships", {"network": "iscn", "country": "CL", "contact": PERSON}, 201),
    "organisations.create": ("/api/v1/organisations", ORGANISATION, 201),
    "organisations.change": ("/api/v1/organisations/muenchen", {"population": 1}, 428),
    "organisations.office-hours": ("/api/v1/organisations/muenchen/office-hours", None, 200),
    "organisations.state-office-hours": ("/api/v1/organisations/muenchen/office-hours", {"zone": "Europe/Berlin"}, 428),
    "offers.create": ("/api/v1/offers", OFFER, 201),
    "needs.create": ("/api/v1/needs", {"organisation": "hamburg", "topic": "mobility"}, 201),
    "coaching.create": ("/api/v1/coaching-requests", {"organisation": "hamburg", "title": {"en": "X"}}, 201),
    "coaching.preview": ("/api/v1/coaching-requests/preview", {"organisation": "hamburg"}, 200),
    "matching-rounds.page": ("/api/v1/matching-rounds", None, 200),
    "matching-rounds.compute": ("/api/v1/matching-rounds", {}, 201),
    "matching-rounds.get": (f"/api/v1/matching-rounds/{ID}", None, 404),
    "matching-rounds.move": (f"/api/v1/matching-rounds/{ID}/transitions", {"verb": "discard"}, 428),
    "matching-weights.decide": ("/api/v1/networks/iscn/matching-weights", WEIGHTS, 428),
    "projects.create": ("/api/v1/projects", {"organisation": "hamburg", "title": {"en": "X"}}, 201),
    "practices.create": ("/api/v1/practices", {"organisation": "hamburg", "kind": "guide", "title": {"en": "X"}}, 201),
    "rules.create": ("/api/v1/networks/iscn/rules", RULES, 201),
    "seats.create": ("/api/v1/seats", {"network": "iscn", "country": "BR", "kind": "national"}, 201),
    "coaching.figures": ("/api/v1/networks/iscn/coaching-figures", None, 200),
    "clients.page": ("/api/v1/clients", None, 200),
    "clients.create": ("/api/v1/clients", {"name": "X", "scopes": ["networks:read"]}, 201),
    "clients.get": (f"/api/v1/clients/{ID}", None, 404),
    "clients.change": (f"/api/v1/clients/{ID}", {"name": "X"}, 428),
    "clients.add-secret": (f"/api/v1/clients/{ID}/secrets", {}, 404),
    "clients.end-secret": (f"/api/v1/clients/{ID}/secrets/{ID}", None, 404),
    "clients.move": (f"/api/v1/clients/{ID}/transitions", {"verb": "disable", "reason": "x"}, 404),
}
"""What the secretariat and administrators get. Others who are signed in get 403, visitors 401."""
ALSO_OF_PARTNERS = {
    "import-mappings.forget",
    "import-mappings.get",
    "imports.change",
    "imports.errors",
    "imports.get",
    "imports.move",
    "projects.attach",
    "projects.desk",
    "projects.replicate",
    "projects.restore-revision",
    "projects.write",
    "replications.change",
    "replications.move",
    "offers.get",
    "offers.change",
    "offers.move",
    "needs.get",
    "needs.change",
    "needs.move",
    "coaching.get",
    "coaching.change",
    "coaching.move",
    "coaching.matches",
    "coaching.history",
    "coaching.invite",
    "coaching.invitation",
    "coaching.answer",
    "coaching.slots",
    "coaching.answer-slots",
    "coaching.series",
    "coaching.sessions",
    "coaching.session",
    "coaching.calendar",
    "coaching.reports",
    "coaching.report",
    "coaching.actions",
    "coaching.act",
    "coaching-actions.get",
    "coaching-actions.change",
    "coaching.follow-ups",
    "follow-ups.get",
    "follow-ups.answer",
    "coaching.harvests",
    "coaching.harvest",
}
"""What a partner system may ask too; nothing of what these rows name is its own, so that it gets 404."""
OWN_OF_PARTNERS = {"coaching.page", "import-mappings.page", "imports.page", "needs.page", "offers.page"}
"""What a partner system has of its own, and so gets as people do."""
OF_PEOPLE = (SIGNED_IN.keys() - ALSO_OF_PARTNERS - OWN_OF_PARTNERS) | {
    "applications.decide",
    "clients.add-secret",
    "clients.change",
    "clients.create",
    "clients.end-secret",
    "clients.get",
    "clients.move",
    "clients.page",
    "organisations.create",
    "practices.create",
}
"""What takes somebody who is signed in, so that a partner system gets 401; from all else of the staff it gets 403."""
TOKEN = {"token": "x" * 40}
APPLICATION = {"organisation": "muenchen", **PERSON, "language": "en", "motivation": "We would like to learn from others."}
BY_COOKIE = {
    "digests.unsubscribe": ("/api/v1/digests/unsubscribe", {"token": "not one of ours"}, 422),
    "digests.unsubscribe-in-one-click": ("/api/v1/digests/unsubscribe/not-one-of-ours", None, 422),
    "digests.unsubscribe-page": ("/api/v1/digests/unsubscribe/not-one-of-ours", None, 302),
    "auth.look-invitation": ("/api/v1/auth/invitation", TOKEN, 410),
    "auth.accept-invitation": (
        "/api/v1/auth/invitation/accept",
        {**TOKEN, "name": "X", "language": "en", "password": "x"},
        410,
    ),
    "auth.ask-recovery": ("/api/v1/auth/recovery", {"email": "nobody@example.org"}, 202),
    "auth.recover": ("/api/v1/auth/recovery/complete", {**TOKEN, "password": "x"}, 410),
    "applications.create": ("/api/v1/networks/iscn/applications", APPLICATION, 202),
    "applications.confirm": ("/api/v1/applications/confirmations", TOKEN, 410),
    "rules.dry-run": ("/api/v1/networks/iscn/rules/dry-run", {"changes": [{"change": "join", "country": "CL"}]}, 200),
    "auth.sign-in": ("/api/v1/auth/sign-in", {"email": "nobody@example.org", "password": "wrong"}, 401),
    "auth.ask-to-sign-in-by-passkey": ("/api/v1/auth/passkey-sign-in/options", None, 200),
    "auth.sign-in-by-passkey": ("/api/v1/auth/passkey-sign-in", {"credential": {**CREDENTIAL, "response": SIGNATURE}}, 401),
    "auth.methods": ("/api/v1/auth/methods", None, 200),
    "auth.begin-by-provider": ("/api/v1/auth/oidc", None, 404),
    "auth.finish-by-provider": ("/api/v1/auth/oidc/callback?code=x&state=x", None, 404),
    "auth.refresh": ("/api/v1/auth/refresh", None, 401),
    "auth.sign-out": ("/api/v1/auth/sign-out", None, 204),
}
"""What a browser asks that is not signed in yet, or not known to be."""


def answered_to_partner(operation: str) -> int:
    """How a partner system that speaks for nothing is answered where something is not public."""
    if operation in OWN_OF_PARTNERS:
        return 200
    return 404 if operation in ALSO_OF_PARTNERS else 401 if operation in OF_PEOPLE else 403


def test_no_operation_is_without_a_row() -> None:
    assert VISITOR.keys() | SIGNED_IN.keys() | STAFF.keys() | BY_COOKIE.keys() == OPERATIONS.keys()


@pytest.mark.parametrize("operation", SIGNED_IN)
def test_ones_own_account_is_not_a_visitors(client: TestClient, operation: str) -> None:
    path, body, _ = SIGNED_IN[operation]
    answer = client.request(OPERATIONS[operation][0], path, json=body)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.visitor, Role.client)])
def test_every_role_gets_its_own_account(changing: TestClient, instance: Instance, role: Role) -> None:
    person = sign_in(changing, instance, role)
    for operation, (path, body, status) in SIGNED_IN.items():
        answer = changing.request(OPERATIONS[operation][0], path, json=body, headers=person.headers)
        assert answer.status_code == status, (operation, answer.text)


@pytest.mark.parametrize("operation", STAFF)
def test_what_the_staff_does_is_not_a_visitors(client: TestClient, operation: str) -> None:
    path, body, _ = STAFF[operation]
    answer = client.request(OPERATIONS[operation][0], path, json=body)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.visitor, Role.client)])
def test_the_staff_is_let_and_nobody_else(changing: TestClient, instance: Instance, role: Role) -> None:
    person = staff(changing, instance, role)
    is_staff = role in (Role.secretariat, Role.administrator)
    for operation, (path, body, status) in STAFF.items():
        tagged = person.headers if status == 428 and is_staff else {**person.headers, "If-Match": '"1"'}
        answer = changing.request(OPERATIONS[operation][0], path, json=body, headers=tagged)
        assert answer.status_code == (status if is_staff else 403), (operation, answer.text)


def test_a_partner_system_reads_what_is_public_and_has_no_account(changing: TestClient, instance: Instance) -> None:
    headers = partner(changing, instance)
    for operation, (path, body, _) in (SIGNED_IN | STAFF).items():
        answer = changing.request(OPERATIONS[operation][0], path, json=body, headers={**headers, "If-Match": '"1"'})
        assert answer.status_code == answered_to_partner(operation), operation
    for operation, (path, status) in VISITOR.items():
        assert changing.request(OPERATIONS[operation][0], path, headers=headers).status_code == status, operation


@pytest.mark.parametrize("operation", BY_COOKIE)
def test_without_a_session_there_is_nothing_to_go_on_with(changing: TestClient, operation: str) -> None:
    path, body, status = BY_COOKIE[operation]
    answer = changing.request(OPERATIONS[operation][0], path, json=body, follow_redirects=False)
    assert answer.status_code == status


@pytest.mark.parametrize("operation", VISITOR)
def test_a_visitor_gets_what_the_row_says_and_writes_nothing(client: TestClient, operation: str) -> None:
    path, status = VISITOR[operation]
    assert client.request(OPERATIONS[operation][0], path).status_code == status
    fitting = [
        template for template in CONTRACT["paths"] if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path.partition("?")[0])
    ]
    for other in {"POST", "PUT", "PATCH", "DELETE"} - {
        each.upper() for template in fitting for each in CONTRACT["paths"][template]
    }:
        assert client.request(other, path, json={}).status_code == 405
