import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/api/me";
import type { Duty } from "@/ui/Duties";

/** A role that waits for the second factor is the first thing to see to. */
export function useEnrolmentDuty(): Duty[] | undefined {
  const { data, isError } = useQuery(meQuery());
  if (!data) return isError ? [] : undefined;
  if (!data.data.must_enrol) return [];
  return [
    {
      key: "second-factor",
      title: <Trans>Set up your second factor</Trans>,
      why: <Trans>Your role counts only once it is there. It takes about two minutes.</Trans>,
      action: { href: "/account#second-factor", label: <Trans>Begin set-up</Trans> },
      yours: true,
    },
  ];
}
