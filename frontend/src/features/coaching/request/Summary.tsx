import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import type { RequestItem } from "../queries";
import { useWord } from "../words";

/** "asks for one coach, online, in English" */
export function Summary({ of }: { of: RequestItem }) {
  const { t } = useLingui();
  const word = useWord();
  const language = useLanguage();
  const names = of.languages.map((tag) => languageName(tag, language));
  const list = new Intl.ListFormat(language, { type: "disjunction" }).format(names);
  const said = [
    of.format ? word("how", of.format) : "",
    names.length > 0 ? t`in ${list}` : "",
  ].filter(Boolean);
  return (
    <>
      <Plural value={of.places} one="asks for one coach" other="asks for # coaches" />
      {said.map((each) => `, ${each}`)}
    </>
  );
}

/** "Request 2026-014" */
export function Reference({ of }: { of: RequestItem }) {
  return <Trans>Request {of.reference}</Trans>;
}
