import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { STAFF, useHolds } from "@/api/useHolds";
import type { Duty } from "@/ui/Duties";
import { nominatedQuery } from "./queries";

/** Nominations wait for somebody of the secretariat who did not make them. */
export function useNominationDuty(): Duty[] | undefined {
  const isStaff = useHolds(STAFF);
  const { data, isError } = useQuery({ ...nominatedQuery(), enabled: isStaff });
  if (!isStaff || isError) return [];
  if (!data) return undefined;
  const networks = new Map<string, number>();
  for (const { network } of data) networks.set(network, (networks.get(network) ?? 0) + 1);
  return [...networks].map(([network, count]) => ({
    key: `nominations ${network}`,
    title: (
      <Plural
        value={count}
        one={`Decide on # nomination in ${network}`}
        other={`Decide on # nominations in ${network}`}
      />
    ),
    why: <Trans>Nobody decides on a nomination of their own.</Trans>,
    action: { href: `/networks/${network}/seats`, label: <Trans>See seats</Trans> },
  }));
}
