import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { STAFF, useHolds } from "@/api/useHolds";
import type { Duty } from "@/ui/Duties";
import { mailsQuery } from "./queries";

/** Letters could not be delivered. */
export function useMailDuty(): Duty[] | undefined {
  const isStaff = useHolds(STAFF);
  const { data, isError } = useQuery({ ...mailsQuery("dead", 1), enabled: isStaff });
  if (!isStaff || isError) return [];
  if (!data) return undefined;
  if (data.total === 0) return [];
  return [
    {
      key: "mails",
      title: (
        <Plural
          value={data.total}
          one="# letter could not be delivered"
          other="# letters could not be delivered"
        />
      ),
      why: <Trans>See what went wrong, and try again.</Trans>,
      action: { href: "/mails", label: <Trans>See letters</Trans> },
    },
  ];
}
