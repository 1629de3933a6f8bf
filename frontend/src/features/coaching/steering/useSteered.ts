import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/api/me";
import { useLanguage } from "@/i18n/useLanguage";
import { useText } from "@/ui/Text";
import { requestsQuery } from "../queries";
import { networksQuery } from "./queries";

export type Steered = {
  options: { value: string; label: string }[];
  /** What is shown until the reader chooses: a network that they look after, else where coaching goes on. */
  likely: string | undefined;
};

/** The networks to choose from; nothing until they are known. */
export function useSteered(): Steered | undefined {
  const text = useText();
  const language = useLanguage();
  const me = useQuery(meQuery()).data?.data;
  const networks = useQuery(networksQuery()).data?.items;
  const requests = useQuery(requestsQuery({}, 1)).data?.items;
  if (!me || !networks || !requests) return undefined;
  const held = me.grants.find(({ on_kind }) => on_kind === "network")?.on_id;
  const only = networks.length === 1 ? networks[0] : undefined;
  const likely = networks.find(({ id }) => id === held)?.slug ?? requests[0]?.network ?? only?.slug;
  const options = networks.map(({ slug, label }) => ({ value: slug, label: text(label) }));
  return {
    options: options.toSorted((a, b) => a.label.localeCompare(b.label, language)),
    likely,
  };
}
