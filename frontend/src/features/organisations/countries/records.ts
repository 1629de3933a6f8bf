import type { Country, Membership, OrganisationItem } from "../queries";

export type NetworkOfCountry = {
  network: Membership["network"];
  /** The country itself is a member. */
  state?: Membership;
  others: Membership[];
};

/** Memberships by network, each network once, in the order of the answer. */
export function byNetwork(memberships: Country["memberships"]): NetworkOfCountry[] {
  const groups = new Map<string, NetworkOfCountry>();
  for (const each of memberships) {
    const group = groups.get(each.network.slug) ?? { network: each.network, others: [] };
    if (each.party === "country") group.state = each;
    else group.others.push(each);
    groups.set(each.network.slug, group);
  }
  return [...groups.values()];
}

/** Organisations by kind, each kind once, in the order of the answer. */
export function byKind(items: readonly OrganisationItem[]): [string, OrganisationItem[]][] {
  const groups = new Map<string, OrganisationItem[]>();
  for (const item of items) groups.set(item.kind, [...(groups.get(item.kind) ?? []), item]);
  return [...groups];
}
