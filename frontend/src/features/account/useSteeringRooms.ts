import { useLingui } from "@lingui/react/macro";
import { STAFF, useHolds } from "@/api/useHolds";

export type SteeringRoom = { href: string; label: string; why: string };

/** The rooms of those who run the network; none for everybody else. */
export function useSteeringRooms(): SteeringRoom[] {
  const { t } = useLingui();
  const isStaff = useHolds(STAFF);
  if (!isStaff) return [];
  return [
    { href: "/applications", label: t`Applications`, why: t`Admit or refuse` },
    { href: "/accounts", label: t`Accounts`, why: t`People, roles, invitations` },
    {
      href: "/coaching/board",
      label: t`Coaching board`,
      why: t`What is stuck, rounds, weights, figures`,
    },
    { href: "/clients", label: t`API clients`, why: t`Programs of partners` },
    { href: "/me/imports", label: t`Imports`, why: t`Projects from files` },
    { href: "/mails", label: t`Letters`, why: t`Given up, waiting, delivered` },
    { href: "/audit", label: t`What was done`, why: t`By whom, and when` },
  ];
}
