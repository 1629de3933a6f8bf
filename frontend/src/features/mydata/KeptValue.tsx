import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useLabel } from "@/i18n/labels";
import { countryName, languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Instant, PartialDate } from "@/ui/Dates";
import { useWord } from "./words";

type Change = { field: string; before: unknown; after: unknown };

/** One value as it is kept, in words where it is a code. */
export function KeptValue({ field, value }: { field: string; value: unknown }): ReactNode {
  const word = useWord();
  const label = useLabel();
  const reader = useLanguage();

  if (field === "changes") return <Changes changes={value as Change[]} />;
  if (typeof value === "boolean") return value ? <Trans>yes</Trans> : <Trans>no</Trans>;
  if (typeof value !== "string") return plain(value);
  if (/(^|_)at$/.test(field)) return <Instant at={value} />;
  switch (field) {
    case "valid_from":
    case "valid_to":
      return <PartialDate value={value} />;
    case "role":
      return label("role", value);
    case "state":
      return word("kept_state", value);
    case "language":
      return languageName(value, reader);
    case "country":
      return countryName(value, reader);
    case "verb":
      return word("verb", value);
    case "letter":
      return word("letter", value);
    case "audience":
      return word("audience", value);
    case "kind":
    case "on_kind":
      return word("kept_kind", value);
    default:
      return value;
  }
}

/** A value that is no text: numbers, lists of what was written together, and answers kept as one. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(", ");
  return value !== null && typeof value === "object" ? JSON.stringify(value) : String(value);
}

function Changes({ changes }: { changes: Change[] }) {
  const word = useWord();
  return (
    <ul>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {word("field", field)}:{" "}
          {before === null ? null : <KeptValue field={field} value={before} />}
          {before === null || after === null ? null : " → "}
          {after === null ? null : <KeptValue field={field} value={after} />}
        </li>
      ))}
    </ul>
  );
}
