/** One's own account and data, in one chunk. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { AccountPage } from "./account";
export { ErasedPage } from "./erased";
export { MyDataPage } from "./my-data";
