import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { useText } from "@/ui/Text";
import type { Membership } from "./queries";

/** What a member is called. */
export function useMemberName(): (membership: Membership) => string {
  const language = useLanguage();
  const text = useText();
  return ({ party, country, organisation, name }) =>
    party === "country" && country
      ? countryName(country, language)
      : text(organisation?.label) || name;
}
