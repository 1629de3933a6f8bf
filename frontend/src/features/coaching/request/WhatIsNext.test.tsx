import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { show } from "@/test/show";
import type { Duty, Invitation, Request } from "../queries";
import { parties } from "./parties";
import { WhatIsNext } from "./WhatIsNext";

const city = (slug: string, name: string) => ({ slug, name, label: { en: name } });
const duty = (more: Partial<Duty>): Duty => ({
  who: "requester",
  organisation: city("kochi", "Kochi"),
  what: "invite",
  until: null,
  is_yours: false,
  number: null,
  ...more,
});
const asked = {
  organisation: city("hortolandia", "Hortolândia"),
  state: "invited",
  working_days_left: 7,
} as unknown as Invitation;
const answer = duty({
  who: "invited",
  organisation: asked.organisation,
  what: "answer",
  until: "2026-02-19T23:00:00Z",
  number: 1,
});
const next = [
  answer,
  duty({ is_yours: true, number: 2 }),
  duty({ who: "staff", organisation: null, what: "step_in", until: "2026-03-05T12:00:00Z" }),
];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 1, 10) });
});

it("says of each party what it does until when, the reader's own first", () => {
  const of = { next, invitations: [asked] } as unknown as Request;
  show(<WhatIsNext of={of} />);
  const [own, invited, staff] = screen.getAllByRole("listitem").map((each) => each.textContent);
  expect(own).toContain("You, Kochi");
  expect(own).toContain("may invite 2 more cities now.");
  expect(own).toContain("No day is set for this.");
  expect(invited).toMatch(/Hortolândia.*answers the invitation by .*February/);
  expect(invited).toContain("7 working days left. 1 reminder sent.");
  expect(staff).toContain("steps in if nobody has answered by Thursday 5 March.");
});

it("names a party once, whatever it has to do", () => {
  const found = parties([answer, duty({}), { ...answer, what: "report" }]);
  expect(found.map(({ key, duties }) => `${key} ${duties.length}`)).toEqual([
    ...["hortolandia 2", "kochi 1"],
  ]);
});
