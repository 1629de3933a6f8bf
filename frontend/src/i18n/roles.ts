/** Words for the roles that an account can hold. */
import { msg } from "@lingui/core/macro";

export const role = {
  visitor: msg({ id: "role.visitor", message: "Visitor" }),
  member: msg({ id: "role.member", message: "Member" }),
  municipal_representative: msg({
    id: "role.municipal_representative",
    message: "Representative of a municipality",
  }),
  national_representative: msg({
    id: "role.national_representative",
    message: "Representative of a country",
  }),
  steward: msg({ id: "role.steward", message: "Keeper of a profile" }),
  secretariat: msg({ id: "role.secretariat", message: "Secretariat" }),
  administrator: msg({ id: "role.administrator", message: "Administrator" }),
  client: msg({ id: "role.client", message: "Program" }),
};
