/** The rooms of those who run the network, in one chunk: they are few, and opened one after the other. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { AccountsPage } from "./accounts";
export { ApplicationsPage } from "./applications";
export { AuditPage } from "./audit";
export { ClientsPage } from "./clients";
export { MailsPage } from "./mails";
export { MembershipPage } from "./membership";
export { OneApplicationPage } from "./one-application";
