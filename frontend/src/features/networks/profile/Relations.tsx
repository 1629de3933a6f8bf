import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useLabel } from "@/i18n/labels";
import { Link } from "@/ui/Link";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { relationsQuery } from "../queries";

const STRONG = new Set(["initiated_by", "operated_by", "led_by", "spun_off_from", "umbrella_of"]);

/** Who started, runs or works with whom, seen from this network. */
export function Relations({ slug }: { slug: string }) {
  const label = useLabel();
  const answer = useQuery(relationsQuery(slug));
  return (
    <section>
      <h2 className="h3">
        <Trans>Relations</Trans>
      </h2>
      {answer.isPending ? <Skeleton rows={4} /> : null}
      {answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : null}
      {answer.data?.total === 0 ? (
        <p className="muted">
          <Trans>The source names no relation.</Trans>
        </p>
      ) : null}
      <ul className="relations">
        {answer.data?.items.map((relation) => {
          const incoming = relation.direction === "incoming";
          return (
            <li
              key={JSON.stringify([relation.kind, relation.network?.slug, relation.organisation])}
              className={STRONG.has(relation.kind) ? "is-strong" : undefined}
            >
              {relation.network ? (
                <Link href={`/networks/${relation.network.slug}`}>
                  <Text of={relation.network.name} />
                </Link>
              ) : (
                <Text of={relation.organisation} />
              )}
              <span className="small muted">
                {label(incoming ? "relation_incoming" : "relation", relation.kind)}
              </span>
              {relation.note ? (
                <span className="small muted">
                  <Text of={relation.note} />
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
