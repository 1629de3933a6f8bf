import { Trans, useLingui } from "@lingui/react/macro";
import { Select, TextField } from "@/ui/Fields";
import { Link } from "@/ui/Link";
import type { AuditAsked } from "./queries";

const KINDS = [
  "account",
  "application",
  "client",
  "data_export",
  "invitation",
  "mail",
  "membership",
  "network",
  "organisation",
  "rules",
  "seat",
  "topic",
];

type AuditFiltersProps = {
  asked: AuditAsked;
  onChange: (change: { [name: string]: string | undefined }) => void;
  /** The list without one of the values chosen in it. */
  without: (name: "actor" | "verb" | "subject", value: string) => string;
};

/** Kind and days by fields; whoever, whatever and which by a click in the list, taken away again here. */
export function AuditFilters({ asked, onChange, without }: AuditFiltersProps) {
  const { t } = useLingui();
  const names = { actor: t`Who`, verb: t`What`, subject: t`On` };
  const chosen = (["actor", "verb", "subject"] as const).flatMap((name) =>
    asked[name].map((value) => ({ name, value })),
  );
  return (
    <>
      <div className="audit-filters">
        <Select
          label={t`Kind`}
          value={asked.kind[0] ?? ""}
          options={[
            { value: "", label: t`All` },
            ...KINDS.map((kind) => ({ value: kind, label: kind })),
          ]}
          onChange={(kind) => onChange({ kind: kind || undefined })}
        />
        <TextField
          label={t`First day`}
          type="date"
          value={asked.since ?? ""}
          onChange={(since) => onChange({ since: since || undefined })}
        />
        <TextField
          label={t`Last day`}
          type="date"
          value={asked.until ?? ""}
          onChange={(until) => onChange({ until: until || undefined })}
        />
      </div>
      {chosen.length > 0 ? (
        <ul className="chips">
          {chosen.map(({ name, value }) => (
            <li key={`${name} ${value}`}>
              <Link href={without(name, value)}>
                {names[name]}: {value}{" "}
                <span className="muted">
                  <Trans>take away</Trans>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
