import { expect, it } from "vitest";
import { askedOf } from "./asked";

function address(query: string) {
  const params = new URLSearchParams(query);
  return {
    one: (name: string) => params.get(name) ?? undefined,
    many: (name: string) => params.getAll(name),
  };
}

it("takes filters, words and a known order from the address, and nothing else", () => {
  const { chosen, asked } = askedOf(
    address("kind=guide&kind=study&organisation=kts&q=data&sort=-year&colour=red"),
  );
  expect(chosen).toEqual({ kind: ["guide", "study"], organisation: ["kts"] });
  expect(asked).toEqual({ ...chosen, q: "data", sort: "-year" });
  expect(askedOf(address("sort=colour")).asked).toEqual({});
});
