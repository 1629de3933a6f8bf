import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { leadsQuery } from "@/api/leads";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { NoLead } from "@/ui/NoLead";
import { Plate } from "@/ui/Plate";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { Day } from "../Day";
import { useTopics } from "../topics";
import { useWord } from "../words";
import { Needs } from "./Needs";
import { OfferForm } from "./OfferForm";
import { OfferSteps } from "./OfferSteps";
import { myOffersQuery, type Offer } from "./queries";
import "../coaching.scss";
import "./offering.scss";

/** What the reader's organisations offer, and what they need. */
export function Offers() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const leads = useQuery(leadsQuery(queries));
  const offers = useQuery(myOffersQuery());
  const [isNew, setNew] = useState(false);
  if (leads.isPending || offers.isPending) return <Skeleton rows={5} />;
  const error = leads.error ?? offers.error;
  if (error) return <ErrorState error={error} onRetry={() => void offers.refetch()} />;
  const own = leads.data ?? [];
  const items = offers.data?.items ?? [];
  if (own.length === 0 && items.length === 0) {
    return <NoLead />;
  }
  const begin = (
    <Button rank="primary" onClick={() => setNew(true)}>
      <Trans>Offer something</Trans>
    </Button>
  );
  return (
    <>
      <section className="section">
        <div className="section-head">
          <h2 className="h2">
            <Trans>What we offer</Trans>
          </h2>
          {items.length > 0 ? begin : null}
        </div>
        {items.length === 0 ? (
          <EmptyState
            says={<Trans>Nobody can find you as a coach yet.</Trans>}
            why={
              <Trans>
                Write down what you can tell others. They find it once you list it, not before.
              </Trans>
            }
            action={begin}
          />
        ) : (
          <ul className="coaching-rows">
            {items.map((each) => (
              <li key={each.id}>
                <OfferRow of={each} />
                <OfferSteps of={each} leads={own} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <Needs leads={own} />
      <Dialog open={isNew} onClose={() => setNew(false)} title={t`What we offer`}>
        <OfferForm leads={own} onDone={() => setNew(false)} />
      </Dialog>
    </>
  );
}

function OfferRow({ of }: { of: Offer }) {
  const word = useWord();
  const reader = useLanguage();
  const { name } = useTopics();
  const languages = of.languages
    .map(({ language, level }) => `${languageName(language, reader)} ${word("level", level)}`)
    .join(", ");
  const taken = of.taken_this_quarter ?? 0;
  return (
    <>
      <p className="coaching-row-head">
        <Plate>
          <Text of={of.organisation.label} />
        </Plate>
        {of.is_personal ? <span className="muted small">{of.person}</span> : null}
        <State of={of} />
      </p>
      <h3 className="h3">{of.topics.map(name).join(", ")}</h3>
      <p className="small">
        {of.formats.map((format) => word("offered", format)).join(", ")}. {languages}.{" "}
        <Plural
          value={of.capacity}
          one={`${taken} of one coaching of this quarter taken.`}
          other={`${taken} of # coachings of this quarter taken.`}
        />
      </p>
      {of.note ? (
        <p>
          <Text of={of.note} told />
        </p>
      ) : null}
    </>
  );
}

function State({ of: { state, consented_at: since } }: { of: Offer }) {
  if (state === "ended") {
    return (
      <Badge>
        <Trans>Ended</Trans>
      </Badge>
    );
  }
  if (state === "unlisted") {
    return (
      <Badge tone="warn">
        <Trans>Not listed</Trans>
      </Badge>
    );
  }
  return (
    <>
      <Badge tone="ok">
        <Trans>Listed</Trans>
      </Badge>
      {since ? (
        <span className="muted small">
          <Trans>
            since <Day at={since} />
          </Trans>
        </span>
      ) : null}
    </>
  );
}
