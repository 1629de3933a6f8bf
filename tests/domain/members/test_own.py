"""What somebody reads of the memberships they act for."""

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.members import service
from citypeers.domain.members.schemas import MembershipInvite
from citypeers.domain.networks.models import MembershipState
from tests.identity.people import sign_in


def asked(instance: Instance, email: str) -> str:
    """A membership for which the person of the address is asked to answer."""
    contact = {"email": email, "name": "Ana Lima"}
    write = MembershipInvite.model_validate({"network": "iscn", "organisation": "muenchen", "contact": contact})
    with instance.database.transaction() as session:
        return service.invite(session, OPERATOR, write).id


def test_an_invitation_is_found_by_whoever_answers_for_the_organisation(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    assert changing.get("/api/v1/me/memberships", headers=person.headers).json()["items"] == []
    waiting = asked(instance, person.email)
    items = changing.get("/api/v1/me/memberships", headers=person.headers).json()["items"]
    (one,) = [each for each in items if each["id"] == waiting]
    assert (one["state"], one["may"]) == (MembershipState.invited, ["accept", "decline", "withdraw"])
    assert all(each["organisation"]["slug"] == "muenchen" for each in items)
    public = changing.get("/api/v1/memberships", params={"organisation": "muenchen"}).json()["items"]
    assert waiting not in {each["id"] for each in public}
    stranger = sign_in(changing, instance, email="rui@example.org")
    assert changing.get("/api/v1/me/memberships", headers=stranger.headers).json()["items"] == []
