import { Trans } from "@lingui/react/macro";
import { type LanguageMap, languageName, pickText } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";

type TextProps = {
  of: LanguageMap | null | undefined;
  /** Says below in which language it is shown, when it is not the reader's. */
  told?: boolean;
};

/** A text in the reader's language, or in the nearest one there is, marked with its `lang`. */
export function Text({ of, told }: TextProps) {
  const reader = useLanguage();
  const picked = pickText(of, reader);
  if (!picked) return null;
  const foreign = picked.language.split("-")[0] !== reader;
  return (
    <>
      {foreign ? <span lang={picked.language}>{picked.text}</span> : picked.text}
      {foreign && told ? <Served language={picked.language} /> : null}
    </>
  );
}

/** "Shown in German: no English text yet." */
export function Served({ language }: { language: string }) {
  const shown = languageName(language, useLanguage());
  return (
    <small className="served">
      {" "}
      <Trans>Shown in {shown}: no English text yet.</Trans>
    </small>
  );
}

/** The plain string, for attributes, titles and sorting. */
export function useText(): (of: LanguageMap | null | undefined) => string {
  const reader = useLanguage();
  return (of) => pickText(of, reader)?.text ?? "";
}
