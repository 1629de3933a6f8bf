import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { meQuery, waits } from "@/api/me";
import { useSession } from "@/api/useSession";
import { LinkButton } from "@/ui/Button";

/** The way to add one, for the staff. */
export function NewLink() {
  const session = useSession();
  const me = useQuery({ ...meQuery(), enabled: session === "in" });
  const person = me.data?.data;
  const fit = person?.grants.some(
    ({ role }) => ["secretariat", "administrator"].includes(role) && !waits(person, role),
  );
  if (session !== "in" || !fit) return null;
  return (
    <p className="edit-link">
      <LinkButton href="/organisations/new">
        <Trans>New organisation</Trans>
      </LinkButton>
    </p>
  );
}
