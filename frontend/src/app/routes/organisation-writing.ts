/** Adding and changing organisations, in one chunk: it is one form. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { OrganisationEditPage } from "./organisation-edit";
export { OrganisationNewPage } from "./organisation-new";
