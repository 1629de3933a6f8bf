import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/test/show";
import { Findings } from "./Findings";

it("says a refusal with its country, its bound, and what would still fit", () => {
  show(
    <Findings
      refusals={[
        { rule: "municipal", country: "PE", limit: 3, current: 3, wanted: 4, fits: 0 },
        { rule: "countries", country: null, limit: 15, current: 13, wanted: 17, fits: 2 },
      ]}
    />,
  );
  expect(screen.getByText("Peru cannot have 4 municipal seats")).toBeTruthy();
  expect(screen.getByText(/3 of at most 3 are taken, 4 are wanted/).textContent).toContain(
    "There is room for no more.",
  );
  expect(screen.getByText("The network cannot have 17 partner countries")).toBeTruthy();
  expect(screen.getByText(/13 of at most 15/).textContent).toContain("There is room for 2 more.");
});

it("says what is missing and by when", () => {
  show(
    <Findings
      warnings={[
        {
          rule: "national",
          country: "CL",
          limit: 1,
          current: 0,
          wanted: 1,
          fits: 1,
          deadline: "2099-05-20",
        },
      ]}
    />,
  );
  expect(screen.getByText("Chile needs 1 more confirmed national representative")).toBeTruthy();
  expect(screen.getByText(/This is due by 20 May 2099/)).toBeTruthy();
});
