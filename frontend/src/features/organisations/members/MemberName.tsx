import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { Plate } from "@/ui/Plate";
import { Text, useText } from "@/ui/Text";
import type { Line } from "./records";

/** A city by its plate, a country or another body by its name; linked where it has a page. */
export function MemberName({ line }: { line: Line }) {
  const text = useText();
  const language = useLanguage();
  if (line.is === "country") {
    const { country } = line;
    if (!country) return line.name;
    return <Link href={`/countries/${country}`}>{countryName(country, language)}</Link>;
  }
  const href = line.slug ? `/organisations/${line.slug}` : undefined;
  if (line.is === "city") return <Plate href={href}>{text(line.label) || line.name}</Plate>;
  const name = line.label ? <Text of={line.label} /> : line.name;
  return href ? <Link href={href}>{name}</Link> : name;
}
