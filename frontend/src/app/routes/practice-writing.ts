/** What only those need who write practices: their lists and forms, in one chunk. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { EditForm } from "@/features/practices/editing/EditForm";
export { OwnPractices } from "@/features/practices/editing/OwnPractices";
export { PracticeSteps } from "@/features/practices/editing/PracticeSteps";
