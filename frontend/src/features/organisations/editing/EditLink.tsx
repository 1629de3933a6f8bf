import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useSession } from "@/api/useSession";
import { LinkButton } from "@/ui/Button";
import { mayQuery } from "./queries";

/** The way to edit it, for who may; nobody else is asked about. */
export function EditLink({ slug }: { slug: string }) {
  const session = useSession();
  const answer = useQuery({ ...mayQuery(slug), enabled: session === "in" });
  if (session !== "in" || !answer.data?.may.includes("change")) return null;
  return (
    <p className="edit-link">
      <LinkButton href={`/organisations/${slug}/edit`}>
        <Trans>Edit</Trans>
      </LinkButton>
    </p>
  );
}
