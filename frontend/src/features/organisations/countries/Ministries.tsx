import { Trans } from "@lingui/react/macro";
import { useQueries } from "@tanstack/react-query";
import { NotStated } from "@/ui/NotStated";
import { ErrorState, Skeleton } from "@/ui/States";
import { NameLine } from "../profile/NameLine";
import { type OrganisationItem, organisationQuery } from "../queries";
import { namesInTime } from "../times";

/** The ministries of a country with their dated names, on one line of time. */
export function Ministries({ ministries }: { ministries: readonly OrganisationItem[] }) {
  const answers = useQueries({ queries: ministries.map(({ slug }) => organisationQuery(slug)) });
  if (ministries.length === 0) {
    return (
      <p>
        <NotStated>
          <Trans>No ministry is stated</Trans>
        </NotStated>
      </p>
    );
  }
  const failed = answers.find((answer) => answer.isError);
  if (failed?.error) {
    return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (answers.some((answer) => answer.isPending)) return <Skeleton rows={ministries.length * 2} />;
  const known = answers.flatMap((answer) => answer.data ?? []);
  const names = namesInTime(known).filter((name) => name.kind !== "short");
  const named = new Set(names.map((name) => name.organisation));
  const undated = known
    .filter(({ slug }) => !named.has(slug))
    .map(({ slug, label }) => ({
      organisation: slug,
      name: label,
      kind: "official" as const,
      valid_from: null,
      valid_to: null,
      observed_on: null,
    }));
  return <NameLine names={[...names, ...undated]} linked />;
}
