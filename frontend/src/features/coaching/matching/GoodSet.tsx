import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Badge } from "@/ui/Badge";
import { Refusal, WaitingButton } from "@/ui/Form";
import { useText } from "@/ui/Text";
import type { Match, MatchSet, Seen } from "../queries";
import { useTopics } from "../topics";
import { City } from "./City";
import { useSpan } from "./reasons";
import { type Stopped, useInvitingSet } from "./useInvitingSet";

type SetProps = {
  seen: Seen;
  of: MatchSet | null;
  may: boolean;
  onInvited: (asked: Match["organisation"][]) => void;
};

/** For a group: who would go well together, what they share, and one button that asks them all. */
export function GoodSet({ seen, of, may, onInvited }: SetProps) {
  const { waits, stopped, inviteAll } = useInvitingSet(seen, onInvited);
  const open = of?.members.filter(({ is_asked }) => !is_asked) ?? [];
  if (!of && !stopped) return null;
  return (
    <section className="good-set" aria-labelledby="good-set">
      {stopped ? <Halted of={stopped} /> : null}
      {of ? (
        <>
          <h3 className="h3" id="good-set">
            <Plural
              value={of.members.length}
              one="# city that goes well with you"
              other="# cities that go well together"
            />
          </h3>
          <Members of={of.members} />
          <Shared of={of} request={seen.data} />
          {may ? (
            <div className="button-row">
              <WaitingButton rank="primary" waits={waits} onClick={() => void inviteAll(open)}>
                {open.length < of.members.length ? (
                  <Plural
                    value={open.length}
                    one="Invite the one that is left"
                    other="Invite the # that are left"
                  />
                ) : (
                  <Plural value={open.length} one="Invite this city" other="Invite all #" />
                )}
              </WaitingButton>
            </div>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** Who was asked before a refusal, so that nobody wonders. */
function Halted({ of: { invited, at, problem } }: { of: Stopped }) {
  const text = useText();
  const language = useLanguage();
  const name = text(at.label);
  const asked = new Intl.ListFormat(language).format(invited.map(({ label }) => text(label)));
  return (
    <>
      <Refusal problem={problem} />
      <p>
        {invited.length > 0 ? (
          <Trans>
            Invited until then: {asked}. It stopped at {name}.
          </Trans>
        ) : (
          <Trans>It stopped at {name}; nobody was invited.</Trans>
        )}
      </p>
    </>
  );
}

function Members({ of }: { of: MatchSet["members"] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { name } = useTopics();
  const list = new Intl.ListFormat(language);
  return (
    <ul className="good-set-members">
      {of.map(({ organisation, offer, total, topics, is_asked }) => (
        <li key={offer}>
          <p className="match-head">
            <City organisation={organisation} />
            <span className="muted num">{t`${total} points`}</span>
            {is_asked ? (
              <Badge tone="warn">
                <Trans>invited already</Trans>
              </Badge>
            ) : null}
          </p>
          <p>
            {topics.length > 0 ? (
              list.format(topics.map(name))
            ) : (
              <span className="muted">
                <Trans>none of your topics</Trans>
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What the members have in common, and how surely none is better. */
function Shared({ of, request }: { of: MatchSet; request: Seen["data"] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { name } = useTopics();
  const span = useSpan();
  const list = new Intl.ListFormat(language);
  const spoken = list.format(of.languages.map((each) => languageName(each, language)));
  const open = list.format(of.uncovered.map(name));
  const long = of.minutes ? span(of.minutes) : "";
  const lines: { key: string; heading: string; says: ReactNode }[] = [
    {
      key: "topics",
      heading: t`Your topics`,
      says:
        of.uncovered.length > 0 ? (
          <Trans>all covered but {open}</Trans>
        ) : (
          <Trans>all covered</Trans>
        ),
    },
    {
      key: "languages",
      heading: t`A language for all`,
      says:
        spoken ||
        (request.interpretation ? (
          <Trans>none; somebody interprets</Trans>
        ) : (
          <Trans>none of yours</Trans>
        )),
    },
    {
      key: "hours",
      heading: t`All in the office`,
      says:
        of.minutes === null ? (
          <Trans>not known of everybody</Trans>
        ) : of.minutes === 0 ? (
          <Trans>never at the same time</Trans>
        ) : (
          <Trans>{long} a day, you included</Trans>
        ),
    },
  ];
  return (
    <>
      <dl className="coaching-facts">
        {lines.map(({ key, heading, says }) => (
          <div key={key}>
            <dt>{heading}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">
        {of.is_exact ? (
          <Trans>Every set of the best matches was compared; none is better.</Trans>
        ) : (
          <Trans>
            There are too many sets to compare each. This one was put together city by city; another
            may be a little better.
          </Trans>
        )}
      </p>
    </>
  );
}
