import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { type Invitation, type Match, type Matches, matchesQuery, type Seen } from "../queries";
import { AskAbout } from "./AskAbout";
import { City } from "./City";
import { GoodSet } from "./GoodSet";
import { InviteButton } from "./InviteButton";
import { Invited } from "./Invited";
import { MatchTable } from "./MatchTable";
import { ScoreBar, Total } from "./ScoreBar";
import { Weights } from "./Weights";
import { WhyNot } from "./WhyNot";

type MatchingProps = { seen: Seen; change: string | undefined };

/** Who is asked already, who else could help and why, and who is left out for what reason. */
export function Matching({ seen, change }: MatchingProps) {
  const { t } = useLingui();
  const answer = useQuery(matchesQuery(seen.data.id));
  const [isTable, setTable] = useState(false);
  const [asks, setAsks] = useState(false);
  const language = useLanguage();
  const text = useText();
  const [asked, setAsked] = useState<Match["organisation"][]>();
  if (answer.isPending) return <Skeleton rows={6} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const found = answer.data;
  const names = new Intl.ListFormat(language).format((asked ?? []).map(({ label }) => text(label)));
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="h2">
          <Trans>Cities that can help</Trans>
        </h2>
        <p className="coaching-views">
          <TextButton onClick={() => setAsks(true)}>
            <Trans>How points are given</Trans>
          </TextButton>{" "}
          {found.items.length > 0 ? (
            <TextButton aria-pressed={isTable} onClick={() => setTable(!isTable)}>
              {isTable ? <Trans>Show as bars</Trans> : <Trans>Show as table</Trans>}
            </TextButton>
          ) : null}
        </p>
      </div>
      {asked ? (
        <Notice
          live
          tone="ok"
          answer={asked}
          title={
            <Plural
              value={asked.length}
              one="The invitation is on its way"
              other="The invitations are on their way"
            />
          }
        >
          <Plural
            value={asked.length}
            one={`${names} gets a letter and has ten working days to answer.`}
            other={`${names} get a letter each and have ten working days to answer.`}
          />
        </Notice>
      ) : null}
      <GoodSet seen={seen} of={found.composed} may={found.may_invite} onInvited={setAsked} />
      {isTable ? (
        <MatchTable matches={found.items} />
      ) : (
        <Rows seen={seen} found={found} onInvited={(one) => setAsked([one])} />
      )}
      {found.items.length === 0 ? (
        <EmptyState
          says={<Trans>No other city fits yet.</Trans>}
          why={<Trans>Below stands what each of the nearest lacks, and what would help.</Trans>}
        />
      ) : null}
      <WhyNot excluded={found.excluded} total={found.excluded_total} change={change} />
      <AskAbout id={seen.data.id} />
      <Dialog open={asks} onClose={() => setAsks(false)} title={t`How points are given`}>
        <Weights of={found} />
      </Dialog>
    </section>
  );
}

type RowsProps = { seen: Seen; found: Matches; onInvited: (asked: Match["organisation"]) => void };

function Rows({ seen, found, onInvited }: RowsProps) {
  return (
    <ul className="matches">
      {seen.data.invitations.map((each) => (
        <AskedRow key={each.id} of={each} found={found} />
      ))}
      {found.items.map(({ organisation, country, distance_km, offer, total, factors }) => (
        <li key={offer}>
          <div className="match-head">
            <City organisation={organisation} country={country} km={distance_km} />
            <Total points={total} />
          </div>
          <ScoreBar total={total} factors={factors} />
          {found.may_invite ? (
            <InviteButton
              seen={seen}
              organisation={organisation}
              onInvited={() => onInvited(organisation)}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Who is invited is no match any more; its points are told of as long as they are known. */
function AskedRow({ of, found }: { of: Invitation; found: Matches }) {
  const known = found.excluded.find(
    ({ organisation }) => organisation.slug === of.organisation.slug,
  );
  return (
    <li>
      <div className="match-head">
        <City organisation={of.organisation} country={known?.country ?? null} />
        {known ? <Total points={known.total} /> : null}
      </div>
      {known ? <ScoreBar total={known.total} factors={known.factors} /> : null}
      <Invited of={of} />
    </li>
  );
}
