import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type FieldName, fieldNames, useLabel } from "@/i18n/labels";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { ErrorState, Skeleton } from "@/ui/States";
import { Strip } from "@/ui/Strip";
import { useText } from "@/ui/Text";
import { fieldStates } from "../fieldStates";
import { type Network, revisionsQuery } from "../queries";

/** How much of the profile is known. */
export function Completeness({ network }: { network: Network }) {
  return (
    <section>
      <h2 className="h3">
        <Trans>How complete is this profile?</Trans>
      </h2>
      <Strip large fields={fieldStates(network)} />
    </section>
  );
}

/** How to name this record, and how to have it as data. */
export function Citation({ network }: { network: Network }) {
  const { t } = useLingui();
  const text = useText();
  const name = text(network.long_name ?? network.name);
  const sources = [...new Set(network.sources.map((source) => text(source.label)))].join("; ");
  const day = network.updated_at.slice(0, 10);
  const address = `${window.location.origin}/networks/${network.slug}`;
  return (
    <section>
      <h2 className="h3">
        <Trans>Cite and reuse</Trans>
      </h2>
      <p className="small">
        {t`${name}. In: Citypeers, version of ${day}.`} <span className="address">{address}</span>.{" "}
        <Trans>After: {sources}.</Trans>
      </p>
      <p className="small">
        <Link href={`/api/v1/networks/${network.slug}`}>JSON</Link> ·{" "}
        <Link href={`/api/v1/networks?format=csv&q=${encodeURIComponent(network.slug)}`}>CSV</Link>{" "}
        · <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>
      </p>
    </section>
  );
}

/** What changed when; asked for only once opened. */
export function History({ slug }: { slug: string }) {
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const answer = useQuery({ ...revisionsQuery(slug), enabled: open });
  return (
    <details
      className="history no-print"
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
    >
      <summary>
        <Trans>Change history</Trans>
      </summary>
      {answer.isLoading ? <Skeleton rows={3} /> : null}
      {answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : null}
      <ol>
        {answer.data?.items.map((revision) => {
          const number = revision.number;
          const changed = revision.changes.map((change) =>
            fieldNames.includes(change.field as FieldName)
              ? label("field", change.field)
              : change.field.replaceAll("_", " "),
          );
          return (
            <li key={number}>
              <b>
                <Trans>Version {number}</Trans>
              </b>
              , <Instant at={revision.at} />, {label("state", revision.state)}
              {revision.reason ? <p className="small">{revision.reason}</p> : null}
              <p className="small muted">
                <Plural
                  value={changed.length}
                  _0="First published here, or no field changed."
                  one="# field changed:"
                  other="# fields changed:"
                />{" "}
                {changed.join(", ")}
              </p>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
