/** Where the links of letters lead before anybody is signed in, in one chunk. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { ApplicationPage } from "./application";
export { InvitationPage } from "./invitation";
export { RecoveryPage } from "./recovery";
