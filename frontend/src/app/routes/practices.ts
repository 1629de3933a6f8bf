/** The list of practices and each of them, in one chunk: whoever opens the one opens the other. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { PracticePage } from "./practice";
export { PracticesPage } from "./practice-list";
