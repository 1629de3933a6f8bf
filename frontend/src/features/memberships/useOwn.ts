import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/api/me";
import { ownQuery } from "./queries";

/** The memberships for which the reader acts. */
export function useOwn() {
  const grants = useQuery(meQuery()).data?.data.grants;
  const on = (kind: string) =>
    (grants ?? [])
      .filter((grant) => grant.role === "member" && grant.on_kind === kind)
      .map((grant) => grant.on_id);
  return useQuery({ ...ownQuery(on("membership"), on("organisation")), enabled: !!grants });
}
