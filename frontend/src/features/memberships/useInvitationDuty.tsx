import { Trans } from "@lingui/react/macro";
import type { Duty } from "@/ui/Duties";
import { Text } from "@/ui/Text";
import { useOwn } from "./useOwn";

/** A network has asked the reader's country or organisation to join, and waits for the answer. */
export function useInvitationDuty(): Duty[] | undefined {
  const { data, isError } = useOwn();
  if (!data) return isError ? [] : undefined;
  return data
    .filter(({ state }) => state === "invited")
    .map(({ id, network }) => ({
      key: `membership ${id}`,
      title: (
        <Trans>
          Answer the invitation of <Text of={network.label} />
        </Trans>
      ),
      why: <Trans>You accept or decline. The membership begins the day you accept.</Trans>,
      action: { href: `/memberships/${id}`, label: <Trans>Answer</Trans> },
      yours: true,
    }));
}
