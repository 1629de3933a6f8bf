import { Trans, useLingui } from "@lingui/react/macro";
import { Select, TextField } from "@/ui/Fields";
import { Link } from "@/ui/Link";
import type { AuditAsked } from "./queries";
import { THINGS, useWord } from "./words";

type AuditFiltersProps = {
  asked: AuditAsked;
  onChange: (change: { [name: string]: string | undefined }) => void;
  /** The list without one of the values chosen in it. */
  without: (name: "actor" | "verb" | "subject", value: string) => string;
};

/** Kind and days by fields; whoever, whatever and which by a click in the list, taken away again here. */
export function AuditFilters({ asked, onChange, without }: AuditFiltersProps) {
  const { t } = useLingui();
  const word = useWord();
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
            ...THINGS.map((each) => ({ value: each, label: word("thing", each) })),
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
                {names[name]}: {name === "verb" ? word("deed", value) : value}{" "}
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
