import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { STAFF, useHolds } from "@/api/useHolds";
import type { Duty } from "@/ui/Duties";
import { applicationsQuery } from "./queries";

/** Applications wait for the secretariat. */
export function useApplicationDuty(): Duty[] | undefined {
  const isStaff = useHolds(STAFF);
  const { data, isError } = useQuery({ ...applicationsQuery("open", 1), enabled: isStaff });
  if (!isStaff || isError) return [];
  if (!data) return undefined;
  if (data.total === 0) return [];
  return [
    {
      key: "applications",
      title: (
        <Plural value={data.total} one="Decide on # application" other="Decide on # applications" />
      ),
      why: <Trans>Whoever applies waits for your letter.</Trans>,
      action: { href: "/applications", label: <Trans>See applications</Trans> },
      yours: true,
    },
  ];
}
