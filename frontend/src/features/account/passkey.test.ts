import { expect, it } from "vitest";
import { toBytes, toText } from "./passkey";

it.each([[""], ["AA"], ["-_8"], ["q3NCfXewRvOqNvdWQGSHrg"]])(
  "%s survives the way there and back",
  (text) => {
    expect(toText(toBytes(text).buffer)).toBe(text);
  },
);

it("reads the letters that addresses may hold", () => {
  expect([...toBytes("-_8")]).toEqual([251, 255]);
});
