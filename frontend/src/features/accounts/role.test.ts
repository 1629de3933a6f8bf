import { expect, it } from "vitest";
import { grantOf } from "./role";

it("puts each role where it is held", () => {
  const written = { network: "n1", organisation: "o1" };
  expect(grantOf({ ...written, role: "steward" })).toEqual({
    role: "steward",
    on_kind: "network",
    on_id: "n1",
  });
  expect(grantOf({ ...written, role: "member" })).toMatchObject({
    on_kind: "organisation",
    on_id: "o1",
  });
  expect(grantOf({ ...written, role: "secretariat" })).toMatchObject({ on_kind: "", on_id: "" });
});
