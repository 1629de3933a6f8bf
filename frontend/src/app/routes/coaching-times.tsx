import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { SlotFinder } from "@/features/coaching/meeting/SlotFinder";
import { requestQuery } from "@/features/coaching/queries";
import { useLanguage } from "@/i18n/useLanguage";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { useAddress } from "../address";

const HOUR = 60;
const LENGTH = /^(30|45|60|90|120)$/;

/** "Find a time with Hortolândia": a page of its own of a request. */
export function TimesPage({ id }: { id: string }) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const address = useAddress();
  const answer = useQuery(requestQuery(id));
  const up = [{ href: "/coaching", label: t`Coaching` }];
  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  if (answer.isError) {
    return (
      <Page title={t`Find a time`} up={up}>
        <div className="section">
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        </div>
      </Page>
    );
  }
  const { data } = answer.data;
  const coaches = data.invitations.filter(({ state }) => state === "accepted");
  const others = data.sides.includes("requester")
    ? coaches.map(({ organisation }) => organisation)
    : [data.organisation];
  const list = new Intl.ListFormat(language).format(others.map(({ label }) => text(label)));
  const length = address.one("minutes") ?? "";
  return (
    <Page
      title={t`Find a time with ${list}`}
      here={<Trans>Find a time</Trans>}
      up={[...up, { href: `/coaching/${id}`, label: text(data.title) }]}
    >
      <SlotFinder
        seen={answer.data}
        minutes={LENGTH.test(length) ? Number(length) : HOUR}
        first={address.one("first")}
        move={address.one("move")}
        onWanted={({ minutes, first }) =>
          address.go({
            ...(minutes ? { minutes: minutes === HOUR ? undefined : String(minutes) } : {}),
            ...(first ? { first } : {}),
          })
        }
      />
    </Page>
  );
}
