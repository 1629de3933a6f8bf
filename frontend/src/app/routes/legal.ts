/** What every site has to say of itself, in one chunk: short, and seldom opened. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { AccessibilityPage } from "./accessibility";
export { ImprintPage } from "./imprint";
