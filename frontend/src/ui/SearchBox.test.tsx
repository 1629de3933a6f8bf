import { expect, it } from "vitest";
import { show } from "@/test/show";
import { Marked } from "./SearchBox";

it("marks the found ranges and ignores those that overlap or are empty", () => {
  const { container } = show(
    <Marked
      text="street lighting"
      ranges={[
        [7, 12],
        [0, 6],
        [3, 9],
        [13, 13],
      ]}
    />,
  );
  expect(container.textContent).toBe("street lighting");
  expect([...container.querySelectorAll("mark")].map((m) => m.textContent)).toEqual([
    "street",
    "light",
  ]);
});
