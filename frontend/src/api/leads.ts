/** The organisations in whose name the reader acts. */
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, read } from "./client";
import { type Me, meQuery } from "./me";
import type { components } from "./schema.gen";

/** What is known of an organisation that something is begun for. */
export type Lead = Pick<
  components["schemas"]["OrganisationItem"],
  "slug" | "label" | "kind" | "country" | "latitude" | "longitude"
>;

const MOST_A_PAGE = 100;

export function leadOf(key: string): Promise<Lead> {
  const params = { path: { key } };
  return read(api.GET("/api/v1/organisations/{key}", { params })) as Promise<Lead>;
}

async function ofCountry(country: string): Promise<Lead[]> {
  const query = { country: [country], limit: MOST_A_PAGE };
  const page = await read(api.GET("/api/v1/organisations", { params: { query } }));
  return (page as components["schemas"]["OrganisationPage"]).items;
}

/** Who sits for a city speaks for it; who sits for a country speaks for every organisation there. */
async function ofSeat(id: string): Promise<Lead[]> {
  const seat = await read(api.GET("/api/v1/seats/{id}", { params: { path: { id } } }));
  if (seat.kind === "national") return ofCountry(seat.country);
  return seat.organisation ? [await leadOf(seat.organisation.slug)] : [];
}

async function spokenFor(me: Me): Promise<Lead[]> {
  const found = await Promise.all(
    me.grants.map(async ({ on_kind: kind, on_id: id }) => {
      if (kind === "organisation") return [await leadOf(id)];
      return kind === "seat" ? ofSeat(id) : [];
    }),
  );
  return [...new Map(found.flat().map((each) => [each.slug, each])).values()];
}

/** The organisations in whose name the reader begins projects, requests and offers. */
export function leadsQuery(queries: QueryClient) {
  return queryOptions({
    queryKey: ["organisations", "leads"],
    queryFn: async () => spokenFor((await queries.ensureQueryData(meQuery())).data),
  });
}
