import { Trans, useLingui } from "@lingui/react/macro";
import { countryName, languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Meanwhile as Shared } from "@/ui/Meanwhile";
import { useWord } from "../words";
import { type Draft, type DraftField, differences } from "./values";

export type Meeting = { before: Draft; now: Draft; mine: DraftField[] };

/** What somebody else changed since the form was opened, and which of it was typed here too. */
export function Meanwhile({ meeting }: { meeting: Meeting }) {
  const titles = useFieldTitles();
  const show = useShown();
  const { before, now, mine } = meeting;
  return (
    <Shared
      answer={meeting}
      title={<Trans>Somebody else changed this organisation meanwhile</Trans>}
      changed={differences(before, now).map((field) => ({
        term: titles[field],
        before: show(before, field),
        now: show(now, field),
        mine: mine.includes(field),
      }))}
    />
  );
}

function useFieldTitles(): Record<DraftField, string> {
  const { t } = useLingui();
  return {
    name: t`Name in lists`,
    label: t`Name in each language`,
    kind: t`Kind`,
    country: t`Country`,
    aliases: t`Also called`,
    latitude: t`Latitude`,
    longitude: t`Longitude`,
    population: t`People`,
    website: t`Website`,
    names: t`Names in time`,
    parent: t`Part of`,
    successor: t`Succeeded by`,
  };
}

/** A value in words. */
function useShown(): (draft: Draft, field: DraftField) => string {
  const { t } = useLingui();
  const word = useWord();
  const reader = useLanguage();
  const texts = (map: { [tag: string]: string }) =>
    Object.entries(map)
      .map(([tag, text]) => `${text} (${languageName(tag, reader)})`)
      .join(", ");
  return (draft, field) => {
    const none = t`not stated`;
    if (field === "label") return texts(draft.label);
    if (field === "kind") return word("organisation_kind", draft.kind);
    if (field === "country") return draft.country ? countryName(draft.country, reader) : none;
    if (field === "aliases") return draft.aliases.join(", ") || none;
    if (field === "names") {
      const dated = draft.names.map(({ name, valid_from: from, valid_to: to }) => {
        const period = from || to ? ` ${from ?? ""}–${to ?? ""}` : "";
        return texts(name) + period;
      });
      return dated.join("; ") || none;
    }
    return draft[field]?.toString() ?? none;
  };
}
