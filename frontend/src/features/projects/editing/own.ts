import type { Lead } from "@/api/leads";
import type { LanguageMap } from "@/i18n/text";

/** A city's project is mostly in that city: its place need not be written again. */
export function placesOf(lead: Lead, text: (label: LanguageMap) => string) {
  const { kind, label, country, latitude, longitude } = lead;
  if (kind !== "municipality" || !country) return [];
  return [{ name: text(label), country, latitude, longitude }];
}
