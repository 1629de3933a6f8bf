import { Trans } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { Plate } from "@/ui/Plate";
import { Text } from "@/ui/Text";
import type { LeftOut } from "../queries";
import { useWord } from "../words";

type WhyNotProps = {
  excluded: readonly LeftOut[];
  total: number;
  /** Where the request is changed; without it no remedy is offered. */
  change: string | undefined;
};

/** Every city that is left out, with its one reason and what could be done about it. */
export function WhyNot({ excluded, total, change }: WhyNotProps) {
  const word = useWord();
  const shown = excluded.filter(({ reason }) => reason !== "already_invited");
  const more = total - excluded.length;
  if (shown.length === 0) return null;
  return (
    <section className="why-not">
      <h2 className="h2">
        <Trans>Why not these?</Trans>
      </h2>
      <ul>
        {shown.map(({ offer, organisation, reason, remedy }) => (
          <li key={offer}>
            <Plate variant="open">
              <Text of={organisation.label} />
            </Plate>
            <span>
              {word("left_out", reason)}{" "}
              {remedy && change ? <Link href={change}>{word("remedy", remedy)}</Link> : null}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="small muted">
          <Trans>And {more} others that are further from what you ask for.</Trans>
        </p>
      ) : null}
    </section>
  );
}
