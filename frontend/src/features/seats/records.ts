import type { Bounds, Person, Range, Seat, SeatKind, Standing } from "./queries";

export const KINDS: readonly SeatKind[] = ["national", "municipal"];

/** Places of a country that no seat is open for yet, and how many of them the rules ask for. */
export type Places = { needed: number; free: number };

export type CountryRow = {
  country: string;
  seats: Record<SeatKind, Seat[]>;
  confirmed: Record<SeatKind, number>;
  places: Record<SeatKind, Places>;
};

/** 1 to `count`, for things that are told apart by their place alone. */
export function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** The name that somebody on a seat shows to the reader. */
export function nameOf(person: Person | null): string | undefined {
  return person?.contacts.find((contact) => contact.kind === "name")?.value;
}

/** What is left of a range beside the seats that are open. */
export function placesOf(range: Range | undefined, open: number): Places {
  if (!range) return { needed: 0, free: 0 };
  const needed = Math.max(0, range.at_least - open);
  const free = Math.max(0, (range.at_most ?? 0) - open - needed);
  return { needed, free };
}

/** One row a country that belongs to the network or has a seat, by name. */
export function rowsOf(
  seats: readonly Seat[],
  standing: Standing | undefined,
  bounds: Bounds | undefined,
  name: (country: string) => string,
): CountryRow[] {
  const stands = new Map((standing?.countries ?? []).map((each) => [each.country, each]));
  const countries = new Set([...stands.keys(), ...seats.map((seat) => seat.country)]);
  return [...countries]
    .map((country) => {
      const of = (kind: SeatKind) =>
        seats.filter((seat) => seat.country === country && seat.kind === kind);
      const open = { national: of("national"), municipal: of("municipal") };
      const filled = stands.get(country);
      return {
        country,
        seats: open,
        confirmed: {
          national: filled?.national.confirmed ?? 0,
          municipal: filled?.municipal.confirmed ?? 0,
        },
        places: {
          national: placesOf(bounds?.national, open.national.length),
          municipal: placesOf(bounds?.municipal, open.municipal.length),
        },
      };
    })
    .toSorted((a, b) => name(a.country).localeCompare(name(b.country)));
}

/** What may be done about the deputy of a seat; the contract names only the steps of the seat itself. */
export type DeputyStep = "nominate" | "confirm" | "refuse" | "withdraw" | "recall";

export function deputySteps(seat: Seat, isStaff: boolean): DeputyStep[] {
  const speaks = seat.may.some((verb) => verb === "recall" || verb === "end_leave");
  if (!speaks || seat.state === "vacant" || seat.state === "nominated") return [];
  const deputy = seat.deputy;
  const recalls = seat.may.includes("recall");
  if (!deputy) return recalls ? ["nominate"] : [];
  if (deputy.state === "nominated") {
    if (isStaff) return ["confirm", "refuse"];
    return recalls ? ["withdraw"] : [];
  }
  return recalls && seat.state === "confirmed" ? ["recall"] : [];
}
