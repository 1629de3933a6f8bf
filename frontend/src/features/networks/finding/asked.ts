/** What the reader has told about the city, as it stands in the address. */
import { isCountry } from "@/i18n/countries";

export type Asked = { country?: string; population?: number; topics: string[] };

export const MOST_PEOPLE = 100_000_000;
const MOST_TOPICS = 50;
const TOPIC = /^[a-z0-9][a-z0-9.-]{0,63}$/;

/** "99.684", "99 684" and "99,684" are one number; "" is none; anything else is refused. */
export function readPopulation(text: string): number | undefined | "refused" {
  const bare = text.trim();
  if (bare === "") return undefined;
  if (!/^\d+(?:[.,'’\s]\d{3})*$/.test(bare)) return "refused";
  const number = Number(bare.replace(/\D/g, ""));
  return number >= 1 && number <= MOST_PEOPLE ? number : "refused";
}

/** Whatever the API would refuse is left out, so that a mistyped address still answers. */
export function readAsked(
  one: (name: string) => string | undefined,
  many: (name: string) => string[],
): Asked {
  const country = one("country")?.toUpperCase();
  const population = readPopulation(one("population") ?? "");
  return {
    ...(country && isCountry(country) ? { country } : {}),
    ...(typeof population === "number" ? { population } : {}),
    topics: [...new Set(many("topic"))].filter((id) => TOPIC.test(id)).slice(0, MOST_TOPICS),
  };
}

export function isAsked(asked: Asked): boolean {
  return Boolean(asked.country || asked.population || asked.topics.length > 0);
}
