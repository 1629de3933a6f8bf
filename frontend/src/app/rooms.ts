import { useLingui } from "@lingui/react/macro";
import { useSession } from "@/api/useSession";

export type Room = { href: string; label: string; holds: (pathname: string) => boolean };

const apart = ["/networks/find", "/networks/analysis"];

/** The rooms that the reader may enter; the header and the command palette show the same list. */
export function useRooms(): Room[] {
  const { t } = useLingui();
  const isIn = useSession() === "in";
  const under = (href: string) => (pathname: string) =>
    pathname === href || pathname.startsWith(`${href}/`);
  return [
    {
      href: "/networks",
      label: t`Networks`,
      holds: (pathname) => under("/networks")(pathname) && !apart.includes(pathname),
    },
    { href: "/networks/find", label: t`Find your network`, holds: under("/networks/find") },
    { href: "/networks/analysis", label: t`Analysis`, holds: under("/networks/analysis") },
    {
      href: "/organisations",
      label: t`Organisations`,
      holds: (pathname) => under("/organisations")(pathname) || under("/countries")(pathname),
    },
    { href: "/projects", label: t`Projects`, holds: under("/projects") },
    ...(isIn ? [{ href: "/coaching", label: t`Coaching`, holds: under("/coaching") }] : []),
    { href: "/practices", label: t`Practices`, holds: under("/practices") },
    { href: "/topics", label: t`Topics`, holds: under("/topics") },
    { href: "/open-data", label: t`Open data`, holds: under("/open-data") },
  ];
}
