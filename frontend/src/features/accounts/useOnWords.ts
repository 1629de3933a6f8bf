import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useText } from "@/ui/Text";
import { networksQuery } from "./queries";

/** On what a role is held: the network by its name, all else by its kind. */
export function useOnWords(): (held: { on_kind: string; on_id: string }) => string {
  const { t } = useLingui();
  const text = useText();
  const networks = useQuery(networksQuery()).data?.items;
  return ({ on_kind: kind, on_id: id }) => {
    const network = networks?.find((each) => each.id === id);
    if (kind === "network" && network) return text(network.label);
    const words: Record<string, string> = {
      network: t`on a network`,
      organisation: t`for an organisation`,
      membership: t`for a member`,
      seat: t`on a seat`,
      deputy: t`as the deputy of a seat`,
    };
    return words[kind] ?? kind;
  };
}
