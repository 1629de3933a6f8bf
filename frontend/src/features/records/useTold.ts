import { useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { useScopeWord } from "@/i18n/useScopeWord";
import { CODED } from "./words";

const COUNTRY = /^[A-Z]{2}$/;
const NUMBER = /^[0-9a-f]{32}$/;

/** A recorded value as a reader knows it; nothing where there is none. */
export function useTold(): (field: string, value: unknown) => string {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const scope = useScopeWord();
  return function told(field: string, value: unknown): string {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return value ? t`yes` : t`no`;
    if (Array.isArray(value)) {
      const each = value.map((one) => told(field, one));
      return each.filter((one) => one !== "").join(", ");
    }
    if (typeof value !== "string") return JSON.stringify(value);
    if (field === "scopes") return scope(value);
    if ((field === "country" || field === "bound_id") && COUNTRY.test(value)) {
      return countryName(value, language);
    }
    if (NUMBER.test(value)) return value.slice(0, 8);
    const word = CODED[field]?.[value];
    return word ? i18n._(word) : value;
  };
}
