import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { SeriesFinder } from "@/features/coaching/meeting/SeriesFinder";
import { SlotFinder } from "@/features/coaching/meeting/SlotFinder";
import type { Kind } from "@/features/coaching/meeting/series";
import { requestQuery, type Seen } from "@/features/coaching/queries";
import { useLanguage } from "@/i18n/useLanguage";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { type Address, useAddress } from "../address";

const HOUR = 60;
const FORTNIGHT = 2;
const MOST_WEEKS = 8;
const FEW_SESSIONS = 4;
const MOST_SESSIONS = 12;
const KINDS: Kind[] = ["turns", "same", "proposed"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
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
  const move = address.one("move");
  const isSeries = !move && address.one("by") !== undefined;
  return (
    <Page
      title={t`Find a time with ${list}`}
      here={<Trans>Find a time</Trans>}
      up={[...up, { href: `/coaching/${id}`, label: text(data.title) }]}
    >
      {move ? null : (
        <div className="times-views">
          <ViewSwitch
            views={[
              { href: address.href({ by: undefined }), label: t`One session`, current: !isSeries },
              { href: address.href({ by: "turns" }), label: t`A series`, current: isSeries },
            ]}
          />
        </div>
      )}
      {isSeries ? (
        <Series seen={answer.data} address={address} />
      ) : (
        <SlotFinder
          seen={answer.data}
          minutes={lengthOf(address)}
          first={address.one("first")}
          move={move}
          onWanted={({ minutes, first }) =>
            address.go({
              ...(minutes ? { minutes: minutes === HOUR ? undefined : String(minutes) } : {}),
              ...(first ? { first } : {}),
            })
          }
        />
      )}
    </Page>
  );
}

function lengthOf(address: Address): number {
  const told = address.one("minutes") ?? "";
  return LENGTH.test(told) ? Number(told) : HOUR;
}

/** The address holds how a series is looked for, so that a link to it shows the same. */
function Series({ seen, address }: { seen: Seen; address: Address }) {
  const number = (name: string, most: number, otherwise: number) => {
    const told = Number(address.one(name));
    return Number.isInteger(told) && told > 0 && told <= most ? told : otherwise;
  };
  const first = address.one("first") ?? "";
  return (
    <SeriesFinder
      seen={seen}
      asked={{
        kind: KINDS.find((each) => each === address.one("by")) ?? "turns",
        first: DAY.test(first) ? first : undefined,
        sessions: number("sessions", MOST_SESSIONS, FEW_SESSIONS),
        weeks: number("weeks", MOST_WEEKS, FORTNIGHT),
        minutes: lengthOf(address),
      }}
      onAsk={({ kind, ...asked }) =>
        address.go({
          ...(kind ? { by: kind } : {}),
          ...Object.fromEntries(
            Object.entries(asked).map(([name, value]) => [name, String(value)]),
          ),
        })
      }
    />
  );
}
