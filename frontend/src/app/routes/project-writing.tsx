/** The pages of those who write and review projects, in one chunk: whoever opens one opens the next. */
// biome-ignore-all lint/performance/noBarrelFile: it names what goes into the chunk
export { MyCopiesPage } from "./my-copies";
export { MyProjectsPage } from "./my-projects";
export { ProjectEditorPage } from "./project-editor";
export { ReviewsPage } from "./reviews";
