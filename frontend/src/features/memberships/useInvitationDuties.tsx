import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Duty } from "@/ui/Duties";
import { Text } from "@/ui/Text";
import { ownMembershipsQuery } from "./queries";
import { isAsked } from "./waiting";

/** Each invitation that waits for the reader's answer. */
export function useInvitationDuties(): Duty[] | undefined {
  const { data, isError } = useQuery(ownMembershipsQuery());
  if (!data) return isError ? [] : undefined;
  return data.items.filter(isAsked).map(({ id, name, network }) => ({
    key: `membership ${id}`,
    title: (
      <Trans>
        <Text of={network.label} /> invites {name}
      </Trans>
    ),
    why: <Trans>You answer for {name}. Until then it does not belong to the network.</Trans>,
    action: { href: "/desk#invitations", label: <Trans>Accept or decline</Trans> },
    yours: true,
  }));
}
