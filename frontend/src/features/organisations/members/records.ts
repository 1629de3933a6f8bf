import type { MemberPage, OrganisationItem } from "../queries";

export type Member = MemberPage["items"][number];
export type CityMember = Member["cities"][number];

/** One line of the table: a country, a city of it, or an organisation. */
export type Line = {
  key: string;
  name: string;
  /** Its names by language, where it is an organisation of the directory. */
  label: Record<string, string> | null;
  slug: string | null;
  country: string | null;
  /** A city is a member through its country, or by itself. */
  is: "country" | "city" | "organisation";
  role: string | null;
  state: Member["state"];
  from: string | null;
  to: string | null;
  observed: string | null;
};

const dates = (of: Pick<Member, "valid_from" | "valid_to" | "observed_on">) => ({
  from: of.valid_from,
  to: of.valid_to,
  observed: of.observed_on,
});

/** Countries each followed by their cities, then the others, as the answer has them. */
export function linesOf(
  members: readonly Member[],
  known: ReadonlyMap<string, OrganisationItem>,
): Line[] {
  return members.flatMap((member): Line[] => {
    const { organisation } = member;
    const town = organisation && known.get(organisation.slug)?.kind === "municipality";
    const own: Line = {
      key: member.membership,
      name: member.name,
      label: organisation?.label ?? null,
      slug: organisation?.slug ?? null,
      country: member.country,
      is: member.party === "country" ? "country" : town ? "city" : "organisation",
      role: member.role,
      state: member.state,
      ...dates(member),
    };
    const cities = member.cities.map(
      (city): Line => ({
        key: city.membership,
        name: city.name,
        label: city.organisation?.label ?? null,
        slug: city.organisation?.slug ?? null,
        country: member.country,
        is: "city",
        role: city.role,
        state: city.state,
        ...dates(city),
      }),
    );
    return [own, ...cities];
  });
}

export type CountryOfMembers = { code: string | null; state?: Line; others: Line[] };

/** The lines by country; those whose country is not stated come last. */
export function byCountry(lines: readonly Line[]): CountryOfMembers[] {
  const groups = new Map<string | null, CountryOfMembers>();
  for (const line of lines) {
    const group = groups.get(line.country) ?? { code: line.country, others: [] };
    if (line.is === "country") group.state = line;
    else group.others.push(line);
    groups.set(line.country, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.code === null) - Number(b.code === null));
}

export type Spotted = Line & { slug: string; latitude: number; longitude: number };

/** The lines whose place is known; a country has none of its own. */
export function placedOf(
  members: readonly Member[],
  lines: readonly Line[],
  known: ReadonlyMap<string, OrganisationItem>,
): Spotted[] {
  const cities = new Map(
    members.flatMap((member) => member.cities).map((city) => [city.membership, city]),
  );
  return lines.flatMap((line): Spotted[] => {
    const { slug } = line;
    if (line.is === "country" || !slug) return [];
    const { latitude, longitude } = cities.get(line.key) ?? known.get(slug) ?? {};
    return typeof latitude === "number" && typeof longitude === "number"
      ? [{ ...line, slug, latitude, longitude }]
      : [];
  });
}
