import { useLabel } from "@/i18n/labels";
import type { LanguageMap } from "@/i18n/text";
import { FieldRow } from "@/ui/FieldRow";
import { Glyph } from "@/ui/Glyph";
import { Text } from "@/ui/Text";
import type { Network } from "../queries";
import { Values } from "./Values";

/** The 14 fields: what is known, where it is written, and as of when. */
export function Fields({
  network,
  topics,
}: {
  network: Network;
  topics: ReadonlyMap<string, LanguageMap>;
}) {
  const label = useLabel();
  return (
    <dl>
      {network.profile.map((entry) => (
        <FieldRow
          key={entry.field}
          term={label("field", entry.field)}
          status={entry.status}
          note={entry.note}
          sources={entry.sources}
          asOf={entry.as_of}
          readings={entry.readings.map((reading) => ({
            ...reading,
            content:
              reading.value === "top_down" || reading.value === "bottom_up" ? (
                <>
                  <Glyph type={reading.value} silent /> {label("founding_type", reading.value)}
                </>
              ) : undefined,
          }))}
        >
          {entry.text ? (
            <p>
              <Text of={entry.text} told />
            </p>
          ) : null}
          <Values network={network} field={entry.field} topics={topics} />
        </FieldRow>
      ))}
    </dl>
  );
}
