/** Countries, all and one, in one chunk: whoever opens the one opens the other. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { CountriesPage } from "./countries";
export { CountryPage } from "./country";
