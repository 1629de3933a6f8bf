/** The rooms of those who run the network, in one chunk: they are few, and opened one after the other. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { AccountsPage } from "./accounts";
export { ApplicationsPage } from "./applications";
export { OneApplicationPage } from "./one-application";
