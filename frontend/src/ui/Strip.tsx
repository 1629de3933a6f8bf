import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FieldName, type FieldState, fieldNames, useLabel } from "@/i18n/labels";
import { classes } from "./classes";

type StripProps = {
  /** What is known of each of the 14 fields; a field left out counts as stated. */
  fields: Partial<Record<FieldName, FieldState>>;
  /** 34 px high with full sentences, for the profile. */
  large?: boolean;
};

/** The field names a list item calls not stated, as the strip wants them. */
export function stripOf(notStated: readonly string[]): StripProps["fields"] {
  return Object.fromEntries(notStated.map((name) => [name, "not_stated"]));
}

/** Fourteen upright bars, always with their words. */
export function Strip({ fields, large }: StripProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const states = fieldNames.map((name) => ({ name, state: fields[name] ?? "stated" }));
  const open = states.filter((field) => field.state === "not_stated");
  const split = states.filter((field) => field.state === "two_readings").length;
  const total = states.length;
  const missing = open.length;
  const stated = total - missing;
  const ordered = large ? states : [...states].sort((a, b) => rank(a.state) - rank(b.state));
  const names = new Intl.ListFormat(i18n.locale).format(open.map((f) => label("field", f.name)));

  return (
    <div className={classes("strip", large && "strip-large")}>
      <span aria-hidden="true">
        {ordered.map((field) => (
          <i
            key={field.name}
            className={`is-${field.state}`}
            title={
              large
                ? `${label("field", field.name)}: ${label("field_status", field.state)}`
                : undefined
            }
          />
        ))}
      </span>
      {large ? (
        <p className="small">
          <Trans>
            {stated} of {total} fields stated.
          </Trans>{" "}
          {split > 0 ? (
            <Plural
              value={split}
              one="One of them has two readings."
              other="# of them have two readings."
            />
          ) : null}{" "}
          {missing > 0 ? (
            <Trans>
              <b>{missing} not stated:</b> {names}.
            </Trans>
          ) : null}
        </p>
      ) : (
        <span className="tiny muted num">
          <Trans>
            {stated} of {total} stated
          </Trans>
        </span>
      )}
    </div>
  );
}

function rank(state: FieldState): number {
  return state === "not_stated" ? 1 : 0;
}
