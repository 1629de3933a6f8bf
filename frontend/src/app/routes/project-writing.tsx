/** The pages of those who write and review projects, in one chunk: whoever opens one opens the next. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { SaveSearch } from "@/features/following/SaveSearch";
export { CopyForm } from "@/features/projects/copying/CopyForm";
export { CopySteps } from "@/features/projects/copying/CopySteps";
export { MyPage } from "./my-room";
export { ProjectEditorPage } from "./project-editor";
export { RoomPage } from "./room";
