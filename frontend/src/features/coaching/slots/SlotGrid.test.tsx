import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { show } from "@/test/show";
import { Balance } from "./Balance";
import { BothClocks } from "./BothClocks";
import type { Found, Party, Slot } from "./queries";
import { SlotGrid, SlotList } from "./SlotGrid";

function party(slug: string, name: string, zone: string, mine: boolean): Party {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "08:00", end: "17:00" }));
  return {
    hours: {
      organisation: { slug, name, label: { en: name } },
      zone,
      zone_from: "place",
      zones: [zone],
      hours,
      hours_stated: true,
    },
    carried: 0,
    holidays_known: true,
    mine,
  };
}

function slot(hour: number, answers: Slot["answers"], agreed = false): Slot {
  const clock = (of: number) => `${String(of).padStart(2, "0")}:00`;
  const seen = (organisation: string, shown: number, offset: number, outside: number) => ({
    organisation,
    day: "2026-11-30",
    start: clock(shown),
    end: clock(shown + 1),
    offset,
    outside,
    early: 0,
    late: outside,
  });
  return {
    id: answers.length ? `${hour}` : null,
    starts_at: `2026-11-30T${clock(hour)}:00Z`,
    minutes: 60,
    rank: hour,
    outside: 0,
    spread: 0,
    seen: [seen("berlin", hour + 1, 60, hour > 15 ? 60 : 0), seen("fortaleza", hour - 3, -180, 0)],
    answers,
    agreed,
  };
}

const berlin = party("berlin", "Berlin", "Europe/Berlin", true);
const fortaleza = party("fortaleza", "Fortaleza", "America/Fortaleza", false);
const both = (answer: "yes" | "if_need_be") => [
  { organisation: "berlin", answer: "yes" as const },
  { organisation: "fortaleza", answer },
];
const found: Found = {
  parties: [berlin, fortaleza],
  zone_missing: [],
  minutes: 60,
  days: [
    {
      day: "2026-11-30",
      slots: [
        slot(13, both("yes"), true),
        slot(14, both("if_need_be"), true),
        slot(15, [{ organisation: "fortaleza", answer: "yes" }]),
        slot(16, []),
      ],
      closed: [],
      changes: [],
    },
    {
      day: "2026-12-25",
      slots: [],
      closed: [
        {
          organisation: "berlin",
          day: "2026-12-25",
          why: "holiday",
          name: { en: "Christmas Day", de: "Erster Weihnachtstag" },
          country: "DE",
        },
        { organisation: "fortaleza", day: "2026-12-25", why: "away", name: null, country: null },
      ],
      changes: [],
    },
  ],
  proposed: [],
};

it("shows every city's clock in the head, and says what is outside office hours", () => {
  show(<SlotGrid found={found} chosen={undefined} onChoose={vi.fn()} />);
  const [first, second] = screen.getAllByRole("row");
  const heads = (row: HTMLElement | undefined) =>
    row
      ? within(row)
          .getAllByRole("columnheader")
          .map((each) => each.textContent)
      : [];
  expect(heads(first)).toEqual(["14:00", "15:00", "16:00", "17:00 outside office hours"]);
  expect(heads(second)).toEqual(["10:00", "11:00", "12:00", "13:00"]);
});

it("names day, both times and what is said on each slot, never by colour alone", () => {
  show(<SlotGrid found={found} chosen={undefined} onChoose={vi.fn()} />);
  const names = screen.getAllByRole("button").map((each) => each.getAttribute("aria-label"));
  expect(names).toEqual([
    "30 November 2026, 14:00 Berlin · 10:00 Fortaleza: everybody can",
    "30 November 2026, 15:00 Berlin · 11:00 Fortaleza: everybody can, if need be",
    "30 November 2026, 16:00 Berlin · 12:00 Fortaleza: not everybody has said yes",
    "30 November 2026, 17:00 Berlin · 13:00 Fortaleza: nobody has answered",
  ]);
  const shown = screen.getAllByRole("button").map((each) => each.textContent);
  expect(shown).toEqual(["", "if need be", "Fortaleza", ""]);
  expect(document.querySelectorAll("button svg")).toHaveLength(1);
});

it("names a holiday with its country, and who is away", () => {
  show(<SlotGrid found={found} chosen={undefined} onChoose={vi.fn()} />);
  expect(screen.getByText("Berlin: Christmas Day, public holiday in Germany")).toBeTruthy();
  expect(screen.getByText("Fortaleza is away")).toBeTruthy();
});

it("gives the slot that is chosen, in the list as in the grid", async () => {
  const onChoose = vi.fn();
  const chosen = found.days[0]?.slots[0];
  show(<SlotList found={found} chosen={chosen} onChoose={onChoose} />);
  expect(screen.getByRole("button", { pressed: true }).textContent).toContain("Chosen");
  await userEvent.click(screen.getByRole("button", { name: /17:00 Berlin/ }));
  expect(onChoose).toHaveBeenCalledWith(found.days[0]?.slots[3]);
});

it("counts the time at which all are at work", () => {
  const [first] = found.days[0]?.slots ?? [];
  if (first) show(<BothClocks found={found} slot={first} />);
  expect(screen.getByText("All at work: 300 minutes.")).toBeTruthy();
});

it("sets the pending choice beside the sessions before", () => {
  show(<Balance parties={found.parties} sessions={[]} chosen={found.days[0]?.slots[3]} />);
  const [, row] = screen.getAllByRole("row");
  expect(row?.textContent).toBe("1 (your choice) 60 min 0 min");
});
