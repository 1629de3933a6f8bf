import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Plate } from "@/ui/Plate";
import type { ProjectItem } from "./queries";

/** Where it is: each place by its plate, with its country. */
export function Plates({ places }: { places: ProjectItem["places"] }) {
  const language = useLanguage();
  if (places.length === 0) return null;
  return (
    <ul className="project-plates">
      {places.map((place) => (
        <li key={`${place.country} ${place.name}`}>
          <Plate note={countryName(place.country, language)}>{place.name}</Plate>
        </li>
      ))}
    </ul>
  );
}
