import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/api/me";
import { useSession } from "@/api/useSession";
import { Link } from "@/ui/Link";

const STAFF = ["secretariat", "administrator"];
const SPOKEN_FOR = ["organisation", "seat"];

/** The way to bring projects from a file, for who speaks for an organisation and for the staff. */
export function ImportLink() {
  const session = useSession();
  const me = useQuery({ ...meQuery(), enabled: session === "in" }).data?.data;
  const may =
    me &&
    !me.must_enrol &&
    me.grants.some(({ role, on_kind: kind }) => STAFF.includes(role) || SPOKEN_FOR.includes(kind));
  if (session !== "in" || !may) return null;
  return (
    <p className="import-link no-print">
      <Link href="/me/imports">
        <Trans>Import projects from a file</Trans>
      </Link>
    </p>
  );
}
