import type { LanguageMap } from "@/i18n/text";
import type { Feature } from "../queries";

export type ProjectPlace = {
  /** Names its row in the table. */
  key: string;
  name: string;
  country: string;
  latitude: number;
  longitude: number;
  projects: { id: string; title: LanguageMap; maturity: string | null }[];
};

/** The places of projects, each once with all its projects, and how many projects have none. */
export function placesOf(features: readonly Feature[]): {
  places: ProjectPlace[];
  unplaced: number;
} {
  const places = new Map<string, ProjectPlace>();
  let unplaced = 0;
  for (const { geometry, properties } of features) {
    if (!geometry) {
      unplaced += 1;
      continue;
    }
    const { id, title, maturity, country, place = "" } = properties;
    const [longitude, latitude] = geometry.coordinates;
    const key = `place${latitude.toFixed(3)}_${longitude.toFixed(3)}`.replaceAll(".", "d");
    const known = places.get(key);
    const project = { id, title, maturity };
    if (known) known.projects.push(project);
    else {
      const found = { key, name: place, country: country ?? "", latitude, longitude };
      places.set(key, { ...found, projects: [project] });
    }
  }
  return { places: [...places.values()], unplaced };
}
