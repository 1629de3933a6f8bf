import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { namedQuery } from "@/api/organisations";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Text } from "@/ui/Text";
import type { Client } from "./queries";

/** For whom a client speaks, by name. */
export function BoundName({ bound }: { bound: Client["bound"] }) {
  const language = useLanguage();
  const key = bound?.kind === "organisation" ? bound.id : "";
  const named = useQuery({ ...namedQuery(key), enabled: key !== "" });
  if (!bound) return <Trans>nobody in particular</Trans>;
  if (bound.kind === "country") return countryName(bound.id, language);
  return named.data ? <Text of={named.data.label} /> : <Trans>an organisation</Trans>;
}
