import { expect, it } from "vitest";
import { askedOf, fileAddress } from "./asked";

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

it("asks for the same as a file", () => {
  const { asked } = askedOf(address("kind=guide&kind=study&q=a b"));
  expect(fileAddress(asked, "csv")).toBe(
    "/api/v1/practices?kind=guide&kind=study&q=a+b&format=csv",
  );
});
