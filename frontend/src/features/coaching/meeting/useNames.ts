import { useText } from "@/ui/Text";
import type { Request } from "../queries";

/** Whoever takes part in a request, by name. */
export function useNames({ organisation, invitations }: Request): (slug: string) => string {
  const text = useText();
  const all = [organisation, ...invitations.map((each) => each.organisation)];
  const names = new Map(all.map(({ slug, label }) => [slug, text(label)]));
  return (slug) => names.get(slug) ?? slug;
}
