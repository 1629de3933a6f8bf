import { FamilySection } from "@/features/projects/copying/FamilySection";
import { Similar } from "@/features/projects/story/Similar";
import { signInHref } from "../next";

/** What stands around a project: its family, who copies it, and what is like it. */
export function ProjectFamily({ id }: { id: string }) {
  return (
    <>
      <FamilySection key={id} id={id} signIn={signInHref(`/projects/${id}`)} />
      <Similar id={id} />
    </>
  );
}
