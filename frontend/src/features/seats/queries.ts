import { queryOptions } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import type { components } from "@/api/schema.gen";

export type Seat = components["schemas"]["SeatOut"];
export type Person = components["schemas"]["RepresentativeOut"];
export type SeatKind = components["schemas"]["SeatKind"];
export type Verb = Seat["may"][number];
export type Step = components["schemas"]["StepOut"];
export type Rules = components["schemas"]["RulesOut"];
export type RulesPage = components["schemas"]["RulesPage"];
export type Bounds = components["schemas"]["Bounds"];
export type Range = components["schemas"]["Range"];
export type Standing = components["schemas"]["Standing"];
export type Finding = components["schemas"]["Finding"];
export type Change = components["schemas"]["DryRun"]["changes"][number];
export type DryRunOut = components["schemas"]["DryRunOut"];
export type SeatCreate = components["schemas"]["SeatCreate"];
export type SeatStep = components["schemas"]["SeatStep"];
export type Nomination = components["schemas"]["Nomination"];
export type RulesCreate = components["schemas"]["RulesCreate"];

const MOST_A_PAGE = 100;

/** Every seat of a network today. Whoever is signed in sees other names and steps than a visitor. */
export function seatsQuery(slug: string, isIn: boolean) {
  return queryOptions({
    queryKey: ["seats", "all", slug, isIn],
    queryFn: async ({ signal }) => {
      const seats: Seat[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const query = { network: [slug], limit: MOST_A_PAGE, ...(cursor ? { cursor } : {}) };
        const page = await read(api.GET("/api/v1/seats", { params: { query }, signal }));
        seats.push(...page.items);
        cursor = page.next;
      }
      return seats;
    },
  });
}

/** The seats of one country in a network, as whoever is signed in sees them. */
export function countrySeatsQuery(slug: string, country: string) {
  const query = { network: [slug], country: [country], limit: MOST_A_PAGE };
  return queryOptions({
    queryKey: ["seats", "country", slug, country],
    queryFn: ({ signal }) => read(api.GET("/api/v1/seats", { params: { query }, signal })),
  });
}

/** Seats, of whatever network, for which somebody is nominated. */
export function nominatedQuery() {
  return queryOptions({
    queryKey: ["seats", "nominated"],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const query = { state: ["nominated" as const], limit: MOST_A_PAGE };
      return (await read(api.GET("/api/v1/seats", { params: { query }, signal }))).items;
    },
  });
}

/** One seat with the tag that a step names. */
export function seatQuery(id: string, isIn: boolean) {
  return queryOptions({
    queryKey: ["seats", "one", id, isIn],
    staleTime: 0,
    queryFn: ({ signal }) =>
      readTagged(api.GET("/api/v1/seats/{id}", { params: { path: { id } }, signal })),
  });
}

export function machineQuery() {
  return queryOptions({
    queryKey: ["seats", "machine"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => read(api.GET("/api/v1/seats/machine", { signal })),
  });
}

/** Every version of a network's rules, and how it stands to those in force. */
export function rulesQuery(slug: string) {
  return queryOptions({
    queryKey: ["seats", "rules", slug],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/networks/{slug}/rules", { params: { path: { slug } }, signal })),
  });
}

export function openSeat(key: string, body: SeatCreate): Promise<Seat> {
  return read(api.POST("/api/v1/seats", { params: { header: { "idempotency-key": key } }, body }));
}

type Sent = { id: string; tag: string; key: string };

const addressed = ({ id, tag, key }: Sent) => ({
  path: { id },
  header: { "if-match": tag, "idempotency-key": key },
});

export function takeStep(sent: Sent, body: SeatStep): Promise<Seat> {
  const params = addressed(sent);
  return read(api.POST("/api/v1/seats/{id}/transitions", { params, body }));
}

export function nominate(sent: Sent, body: Nomination): Promise<Seat> {
  const params = addressed(sent);
  return read(api.POST("/api/v1/seats/{id}/nominations", { params, body }));
}

export function decideRules(slug: string, key: string, body: RulesCreate): Promise<Rules> {
  const params = { path: { slug }, header: { "idempotency-key": key } };
  return read(api.POST("/api/v1/networks/{slug}/rules", { params, body }));
}

/** What would happen; nothing does. */
export function dryRunQuery(slug: string, changes: Change[]) {
  return queryOptions({
    queryKey: ["seats", "dry-run", slug, changes],
    staleTime: 0,
    queryFn: ({ signal }): Promise<DryRunOut> => {
      const asked = { params: { path: { slug } }, body: { changes }, signal };
      return read(api.POST("/api/v1/networks/{slug}/rules/dry-run", asked));
    },
  });
}
