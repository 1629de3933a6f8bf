import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Duty } from "@/ui/Duties";
import { Text } from "@/ui/Text";
import { ownCopiesQuery, type Replication } from "./queries";

const LOOKED_AT = 100;

/** Replications that were adopted wait for the confirmation of either side. */
export function useCopyDuties(): Duty[] | undefined {
  const { data, isError } = useQuery(ownCopiesQuery(LOOKED_AT));
  if (isError) return [];
  return data?.items.flatMap((row) => dutyOf(row) ?? []);
}

function dutyOf({ id, source, organisation, sides, may }: Replication): Duty | undefined {
  const side = sides.find((each) => each !== "staff" && may.includes(`confirm_as_${each}`));
  if (!side) return undefined;
  const title = <Text of={source.title} />;
  const name = <Text of={organisation.label} />;
  return {
    key: `copy ${id}`,
    title: (
      <Trans>
        Confirm that {name} has adopted {title}
      </Trans>
    ),
    why: <Trans>It counts once both sides have confirmed it.</Trans>,
    action: { href: "/me/replications", label: <Trans>Look at it</Trans> },
  };
}
