import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/test/show";
import { Period } from "./Period";

function said(from: string | null, to: string | null, observed: string | null) {
  const { container } = show(<Period from={from} to={to} observed={observed} />);
  return container.textContent;
}

it("says beginning and end in the precision of the source", () => {
  expect(said("2018-03-14", "2021-12-07", null)).toBe("14 March 2018 to 7 December 2021");
  expect(said("2019", null, null)).toBe("since 2019");
});

it("keeps the day of observation apart from the beginning, which stays a gap", () => {
  expect(said(null, null, "2019-09-20")).toBe("beginning not statedobserved on 20 September 2019");
  expect(screen.getByText("beginning not stated").className).toContain("not-stated");
  expect(said(null, "2023-05-30", "2019")).toBe(
    "until 30 May 2023, beginning not statedobserved in 2019",
  );
});
