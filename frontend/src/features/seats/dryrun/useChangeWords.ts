import { useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import type { Change } from "../queries";

/** A change as a sentence: "Chile joins". */
export function useChangeWords(): (change: Change) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (change) => {
    if (change.change === "rules") return t`Other rules hold`;
    const country = countryName(change.country, language);
    if (!("kind" in change)) {
      return change.change === "join" ? t`${country} joins` : t`${country} leaves`;
    }
    const { number } = change;
    const words =
      change.kind === "national"
        ? {
            open_seat: t`${country} opens national seats: ${number}`,
            close_seat: t`${country} closes national seats: ${number}`,
            confirm: t`${country} has national representatives confirmed: ${number}`,
            vacate: t`${country} loses national representatives: ${number}`,
          }
        : {
            open_seat: t`${country} opens municipal seats: ${number}`,
            close_seat: t`${country} closes municipal seats: ${number}`,
            confirm: t`${country} has municipal representatives confirmed: ${number}`,
            vacate: t`${country} loses municipal representatives: ${number}`,
          };
    return words[change.change];
  };
}
