import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { STAFF, useHolds } from "@/api/useHolds";
import { rulesQuery } from "@/features/seats/queries";
import { LinkButton } from "@/ui/Button";

/** To the seats of a network, where it has rules or countries; the secretariat may always begin. */
export function SeatsLink({ slug }: { slug: string }) {
  const isStaff = useHolds(STAFF);
  const rules = useQuery(rulesQuery(slug)).data;
  if (!isStaff && !rules?.total && !rules?.standing.countries.length) return null;
  return (
    <LinkButton href={`/networks/${slug}/seats`}>
      <Trans>Seats and rules</Trans>
    </LinkButton>
  );
}
