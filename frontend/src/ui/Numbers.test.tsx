import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/test/show";
import { Numbers } from "./Numbers";

it("tells the numbers of a bound, and nothing where a refusal has none", () => {
  const { unmount } = show(<Numbers of={{ rule: "municipal", limit: 3, wanted: 4, fits: 0 }} />);
  expect(screen.getAllByRole("term").map((each) => each.textContent)).toEqual([
    "Bound",
    "Asked for",
    "Would still fit",
  ]);
  unmount();
  show(<Numbers of={{ state: "vacant" }} />);
  expect(screen.queryByRole("term")).toBeNull();
});
