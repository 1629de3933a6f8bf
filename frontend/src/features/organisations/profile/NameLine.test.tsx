import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "@/test/show";
import type { NameInTime } from "../times";
import { NameLine } from "./NameLine";

function name(text: string, valid_from: string | null, valid_to: string | null): NameInTime {
  const open = { observed_on: null, kind: "official" as const, organisation: text };
  return { ...open, valid_from, valid_to, name: { en: text } };
}

it("marks what is past, what holds and what has no date", () => {
  vi.useFakeTimers({ now: new Date("2026-11-21T12:00:00Z") });
  show(
    <NameLine
      names={[
        name("Ministry A", "2018-03-14", "2021-12-07"),
        name("Ministry B", "2021-12-08", null),
        name("MB", null, null),
      ]}
    />,
  );
  expect(screen.getAllByRole("listitem").map((item) => item.className)).toEqual([
    "is-past",
    "is-now",
    "is-undated",
  ]);
  expect(screen.getByText("dates not stated")).toBeTruthy();
});

it("shows the gap where no name is known", () => {
  show(<NameLine names={[]} />);
  expect(screen.getByText("No dated name is stated").className).toContain("not-stated");
});
