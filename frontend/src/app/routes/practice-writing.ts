/** What only those need who write practices: their lists and forms, in one chunk. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { EditForm } from "@/features/practices/EditForm";
export { OwnPractices } from "@/features/practices/OwnPractices";
export { PracticeSteps } from "@/features/practices/PracticeSteps";
