import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useWords } from "@/i18n/useWords";
import type { Replication } from "./queries";

const state = {
  interested: msg({ id: "adoption.interested", message: "interested" }),
  exploring: msg({ id: "adoption.exploring", message: "exploring" }),
  adapting: msg({ id: "adoption.adapting", message: "adapting" }),
  piloting: msg({ id: "adoption.piloting", message: "piloting" }),
  adopted: msg({ id: "adoption.adopted", message: "adopted" }),
  abandoned: msg({ id: "adoption.abandoned", message: "abandoned" }),
};

/** How far a replication has come, in a word. */
export function useStateWord(): (state: Replication["state"]) => string {
  const word = useWords({ state });
  return (code) => word("state", code);
}

/** Who has confirmed it, in words. */
export function ConfirmedBy({ of }: { of: Replication }) {
  const bySource = of.confirmed_by_source_at !== null;
  const byAdopter = of.confirmed_by_adopter_at !== null;
  if (bySource && byAdopter) return <Trans>both sides</Trans>;
  if (bySource) return <Trans>the lead of the project</Trans>;
  if (byAdopter) return <Trans>the adopting organisation</Trans>;
  if (of.origin === "public_source") return <Trans>nobody yet; a public source tells of it</Trans>;
  return <Trans>nobody yet</Trans>;
}
