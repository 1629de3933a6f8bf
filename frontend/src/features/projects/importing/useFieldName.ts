import { useLanguageNames } from "./useLanguageNames";
import { isField, useWord } from "./words";

/** A field of ours in words, with its language where it has one; a column of the file as it stands there. */
export function useFieldName(): (field: string) => string {
  const word = useWord();
  const languages = useLanguageNames();
  return (field) => {
    if (isField(field)) return word("field", field);
    const [, text = "", language = ""] = /^([a-z]+)[._](en|de|es|pt)$/.exec(field) ?? [];
    return isField(text) ? `${word("field", text)} (${languages(language)})` : field;
  };
}
