import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { ownMembershipsQuery } from "./queries";
import { useMemberName } from "./useMemberName";
import { useWord } from "./words";

/** On the desk: what the reader's country or organisation belongs to. */
export function MembershipsPanel() {
  const word = useWord();
  const name = useMemberName();
  const own = useQuery(ownMembershipsQuery()).data?.items;
  if (!own?.length) return null;
  return (
    <section>
      <div className="section-head">
        <h2 className="h2">
          <Trans>Your memberships</Trans>
        </h2>
      </div>
      <ul className="desk-rows">
        {own.map((membership) => (
          <li key={membership.id}>
            <Link href={`/memberships/${membership.id}`}>
              {name(membership)}: <Text of={membership.network.label} />
            </Link>
            <span className="muted">{word("membership_state", membership.state)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
