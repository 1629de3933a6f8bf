import { expect, it } from "vitest";
import { startsFirst } from "./startsFirst";

const names = ["British Indian Ocean Territory", "India", "Indonesia", "Österreich"];
const options = names.map((label) => ({ label }));
const order = (typed: string) => startsFirst(options, typed).map((option) => option.label);

it("puts what begins with the typed letters first, without regard to accents", () => {
  expect(order("ind").slice(0, 3)).toEqual([
    "India",
    "Indonesia",
    "British Indian Ocean Territory",
  ]);
  expect(order("oster")[0]).toBe("Österreich");
  expect(order("")).toEqual(names);
  expect(order("zzz")).toEqual(names);
});
