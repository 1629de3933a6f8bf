import { useQuery } from "@tanstack/react-query";
import { meQuery, type Role, waits } from "./me";
import { useSession } from "./useSession";

/** Those who run the network. */
export const STAFF: Role[] = ["secretariat", "administrator"];

/** Whether the reader holds one of these roles today; one that waits for the second factor does not count. */
export function useHolds(roles: readonly Role[]): boolean {
  const session = useSession();
  const me = useQuery({ ...meQuery(), enabled: session === "in" }).data?.data;
  if (session !== "in" || !me) return false;
  return me.grants.some(({ role }) => roles.includes(role) && !waits(me, role));
}
