import { useLingui } from "@lingui/react/macro";
import { regional } from "@/i18n/dates";
import { countryName, pickText } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { standingOf, whoSaid } from "./grid";
import type { Closed, Party, Slot, SlotAnswer } from "./queries";

/** Times and days in words: on the clock of each city, and what each says to it. */
export function useSlotWords(parties: readonly Party[]) {
  const { t } = useLingui();
  const language = useLanguage();
  const names = new Map(
    parties.map(({ hours: { organisation } }) => [
      organisation.slug,
      pickText(organisation.label, language)?.text ?? organisation.slug,
    ]),
  );
  const name = (slug: string) => names.get(slug) ?? slug;
  const list = new Intl.ListFormat(language);
  const listed = (slugs: readonly string[]) => list.format(slugs.map(name));
  const tag = regional(language);

  function day(of: string, length: "short" | "long" = "long"): string {
    const shape: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", weekday: length };
    if (length === "long") shape.year = "numeric";
    return new Intl.DateTimeFormat(tag, { ...shape, timeZone: "UTC" }).format(new Date(of));
  }

  /** "16:30 in Kochi, 08:00 in Hortolândia" */
  const clocks = (of: Slot) =>
    of.seen
      .map(({ start, organisation }) => {
        const city = name(organisation);
        return t`${start} in ${city}`;
      })
      .join(", ");

  const answer: Record<SlotAnswer, string> = { yes: t`yes`, if_need_be: t`if need be`, no: t`no` };

  /** What is said to a time, in a few words. */
  function told(of: Slot): string {
    switch (standingOf(of)) {
      case "free":
        return t`all can`;
      case "if_need_be":
        return t`all can, if need be`;
      case "no": {
        const cities = listed(whoSaid(of, "no"));
        return t`${cities} cannot`;
      }
      case "some": {
        const cities = listed(whoSaid(of, "yes", "if_need_be"));
        return t`only ${cities} can so far`;
      }
      default:
        return t`nobody has answered`;
    }
  }

  /** "Good Friday, public holiday in Germany" */
  function closed(of: Closed): string {
    const city = name(of.organisation);
    if (of.why === "holiday") {
      const holiday = pickText(of.name, language)?.text ?? "";
      const country = of.country ? countryName(of.country, language) : city;
      return t`${holiday}, public holiday in ${country}`;
    }
    return of.why === "away" ? t`${city} is away` : t`${city} does not work that day`;
  }

  return { name, listed, day, clocks, answer, told, closed };
}

/** Holidays that several cities share are said once. */
export function onceEach(sentences: readonly string[]): string {
  return [...new Set(sentences)].join("; ");
}
