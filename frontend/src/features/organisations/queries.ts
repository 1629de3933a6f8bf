import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import type { components, paths } from "@/api/schema.gen";

export type Organisation = components["schemas"]["OrganisationOut"];
export type OrganisationPatch = components["schemas"]["OrganisationPatch"];
export type OrganisationItem = components["schemas"]["OrganisationItem"];
export type OrganisationPage = components["schemas"]["OrganisationPage"];
export type Membership = components["schemas"]["MembershipOut"];
export type Country = components["schemas"]["CountryOut"];
export type MemberPage = components["schemas"]["MemberPage"];
export type Asked = NonNullable<paths["/api/v1/organisations"]["get"]["parameters"]["query"]>;

const MOST_A_PAGE = 100;

/** The list can also be had as a file; without `format` it is JSON. */
function part(query: Asked, signal: AbortSignal): Promise<OrganisationPage> {
  const asked = api.GET("/api/v1/organisations", { params: { query }, signal });
  return read(asked) as Promise<OrganisationPage>;
}

/** The first `most` organisations, in as many pages as the contract needs. */
async function first(asked: Asked, most: number, signal: AbortSignal): Promise<OrganisationPage> {
  const answer = await part({ ...asked, limit: Math.min(most, MOST_A_PAGE) }, signal);
  const items = [...answer.items];
  for (let next = answer.next; next && items.length < most; ) {
    const limit = Math.min(most - items.length, MOST_A_PAGE);
    const more = await part({ ...asked, facets: undefined, limit, cursor: next }, signal);
    items.push(...more.items);
    next = more.next;
  }
  return { ...answer, items };
}

/** A part of the list, with the counts of its facets. */
export function organisationsQuery(asked: Asked, most: number) {
  return queryOptions({
    queryKey: ["organisations", "page", asked, most],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => first(asked, most, signal),
  });
}

/** Every organisation that fits, for pages that join them to other records. */
export function allOrganisationsQuery(asked: Asked) {
  return queryOptions({
    queryKey: ["organisations", "all", asked],
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) => (await first(asked, Number.POSITIVE_INFINITY, signal)).items,
  });
}

export function organisationQuery(key: string) {
  return queryOptions({
    queryKey: ["organisations", "one", key],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/organisations/{key}", { params: { path: { key } }, signal })),
  });
}

/** What an organisation belongs or belonged to. */
export function membershipsQuery(key: string) {
  return queryOptions({
    queryKey: ["organisations", "memberships", key],
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/organisations/{key}/memberships", { params: { path: { key } }, signal }),
      ),
  });
}

export function countriesQuery() {
  return queryOptions({
    queryKey: ["organisations", "countries"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/countries", { signal })),
  });
}

export function countryQuery(code: string) {
  return queryOptions({
    queryKey: ["organisations", "country", code],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/countries/{code}", { params: { path: { code } }, signal })),
  });
}

/** Who belongs to a network on a day; today without one. */
export function membersQuery(slug: string, on: string | undefined) {
  return queryOptions({
    queryKey: ["organisations", "members", slug, on],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/networks/{slug}/members", {
          params: { path: { slug }, query: on ? { on } : {} },
          signal,
        }),
      ),
  });
}

/** The days on which a source saw the members of a network, the first one first. */
export function observedDaysQuery(slug: string) {
  return queryOptions({
    queryKey: ["organisations", "observed-days", slug],
    queryFn: async ({ signal }) => {
      const days = new Set<string>();
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const query = { network: [slug], limit: MOST_A_PAGE, ...(cursor ? { cursor } : {}) };
        const answer = await read(api.GET("/api/v1/memberships", { params: { query }, signal }));
        for (const { observed_on: day } of answer.items) if (day?.length === 10) days.add(day);
        cursor = answer.next;
      }
      return [...days].sort();
    },
  });
}

/** The networks by name, for the filter. */
export function networkNamesQuery() {
  return queryOptions({
    queryKey: ["organisations", "networks"],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/networks", { params: { query: { limit: 100 } }, signal })) as Promise<
        components["schemas"]["NetworkPage"]
      >,
  });
}
