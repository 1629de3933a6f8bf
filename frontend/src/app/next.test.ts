import { expect, it } from "vitest";
import { ownPath, signInHref } from "./next";

it.each([
  ["/account?x=1#second-factor", "/account?x=1#second-factor"],
  ["/networks", "/networks"],
  [undefined, "/desk"],
  ["https://elsewhere.example/", "/desk"],
  ["//elsewhere.example/", "/desk"],
  ["/\\elsewhere.example", "/desk"],
  ["/\t/elsewhere.example", "/desk"],
  ["javascript:alert(1)", "/desk"],
  ["/sign-in?next=/account", "/desk"],
  ["/api/v1/networks", "/desk"],
])("%s leads to %s", (next, path) => expect(ownPath(next)).toBe(path));

it("names the page to come back to, where it is not the usual one", () => {
  expect(signInHref("/networks?q=energy")).toBe("/sign-in?next=%2Fnetworks%3Fq%3Denergy");
  expect(signInHref("/")).toBe("/sign-in");
  expect(signInHref("/sign-in")).toBe("/sign-in");
});
