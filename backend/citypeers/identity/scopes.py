"""What a partner system may be let do: a closed list of noun and verb."""

from enum import StrEnum


class ClientScope(StrEnum):
    networks_read = "networks:read"
    networks_write = "networks:write"
    organisations_read = "organisations:read"
    organisations_write = "organisations:write"
    memberships_read = "memberships:read"
    memberships_write = "memberships:write"
    projects_read = "projects:read"
    projects_write = "projects:write"
    coaching_read = "coaching:read"
    coaching_write = "coaching:write"
