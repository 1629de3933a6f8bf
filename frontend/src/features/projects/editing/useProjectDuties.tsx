import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Duty } from "@/ui/Duties";
import { Text } from "@/ui/Text";
import { type DeskRow, myProjectsQuery, reviewsQuery } from "./queries";

/** Projects wait for answers of their authors, and for reviews by other organisations. */
export function useProjectDuties(): Duty[] | undefined {
  const [mine, reviews] = [useQuery(myProjectsQuery()), useQuery(reviewsQuery())];
  if (mine.isPending || reviews.isPending) return undefined;
  const own = mine.data?.items ?? [];
  const waiting = reviews.data?.total ?? 0;
  const review: Duty = {
    key: "project reviews",
    title: (
      <Plural
        value={waiting}
        one="Review # project of another organisation"
        other="Review # projects of other organisations"
      />
    ),
    why: <Trans>Nobody reviews what their own organisation wrote.</Trans>,
    action: { href: "/me/reviews", label: <Trans>See reviews</Trans> },
  };
  return [...own.flatMap((row) => dutyOf(row) ?? []), ...(waiting > 0 ? [review] : [])];
}

function dutyOf(row: DeskRow): Duty | undefined {
  const title = <Text of={row.title} />;
  const href = `/projects/${row.id}/desk`;
  if (row.work_state === "changes_requested") {
    return {
      key: `project ${row.id}`,
      title: <Trans>Answer the review of {title}</Trans>,
      why: <Trans>A reviewer asks for changes before it is published.</Trans>,
      action: { href, label: <Trans>Answer</Trans> },
    };
  }
  if (row.live_state === "needs_update" && row.work_state === null) {
    return {
      key: `project ${row.id}`,
      title: <Trans>Bring {title} up to date</Trans>,
      why: <Trans>Nobody has changed or confirmed it for twelve months.</Trans>,
      action: { href, label: <Trans>Update</Trans> },
    };
  }
  return undefined;
}
