import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import { type Me, meQuery } from "@/api/me";
import type { components } from "@/api/schema.gen";
import type { LanguageMap } from "@/i18n/text";

/** What a new project takes over of its lead. */
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

/** The organisations in whose name the reader begins projects. */
export function leadsQuery(queries: QueryClient) {
  return queryOptions({
    queryKey: ["projects", "leads"],
    queryFn: async () => spokenFor((await queries.ensureQueryData(meQuery())).data),
  });
}

/** A city's project is mostly in that city: its place need not be written again. */
export function placesOf(lead: Lead, text: (label: LanguageMap) => string) {
  const { kind, label, country, latitude, longitude } = lead;
  if (kind !== "municipality" || !country) return [];
  return [{ name: text(label), country, latitude, longitude }];
}
