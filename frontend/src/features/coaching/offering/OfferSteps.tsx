import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { Lead } from "@/api/leads";
import { useKey } from "@/api/useKey";
import { useWords } from "@/i18n/useWords";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { ErrorState, Skeleton } from "@/ui/States";
import { OfferForm } from "./OfferForm";
import { moveOffer, type Offer, type OfferVerb, offerQuery, useAfterChange } from "./queries";

const VERBS: OfferVerb[] = ["list", "unlist", "end"];
type Act = OfferVerb | "change";

const verb = {
  change: msg({ id: "offer_verb.change", message: "Change the offer" }),
  list: msg({ id: "offer_verb.list", message: "List the offer" }),
  unlist: msg({ id: "offer_verb.unlist", message: "Take it off the list" }),
  end: msg({ id: "offer_verb.end", message: "End the offer" }),
};

/** What comes of a step, before it is taken; listing is consent. */
const follows = {
  list: msg({
    id: "offer_follows.list",
    message:
      "You agree that whoever is signed in finds this offer and that it is proposed to those who ask for coaching: its topics, evidence, languages, ways and notes. Your days off and how much is taken stay with you and the secretariat. You can take it off the list at any time.",
  }),
  unlist: msg({
    id: "offer_follows.unlist",
    message: "Nobody finds it any more, and you are not proposed. What was agreed before stays.",
  }),
  end: msg({
    id: "offer_follows.end",
    message: "It ends for good. What was agreed before stays.",
  }),
};

/** What the reader may do with an offer. */
export function OfferSteps({ of, leads }: { of: Offer; leads: Lead[] }) {
  const { t } = useLingui();
  const word = useWords({ verb, follows });
  const [asked, setAsked] = useState<Act>();
  const close = () => setAsked(undefined);
  const acts: Act[] = (["change", ...VERBS] as const).filter((each) => of.may.includes(each));
  if (acts.length === 0) return null;
  return (
    <div className="button-row">
      {acts.map((each) => (
        <Button
          key={each}
          rank={each === "list" ? "primary" : "secondary"}
          onClick={() => setAsked(each)}
        >
          {word("verb", each)}
        </Button>
      ))}
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={asked ? word("verb", asked) : t`Close`}
      >
        {asked ? <Opened id={of.id} act={asked} leads={leads} onDone={close} /> : null}
      </Dialog>
    </div>
  );
}

type OpenedProps = { id: string; act: Act; leads: Lead[]; onDone: () => void };

function Opened({ id, act, leads, onDone }: OpenedProps) {
  const seen = useQuery(offerQuery(id));
  if (seen.isPending) return <Skeleton rows={3} />;
  if (seen.isError) {
    return <ErrorState error={seen.error} onRetry={() => void seen.refetch()} />;
  }
  if (act === "change") return <OfferForm leads={leads} seen={seen.data} onDone={onDone} />;
  return <Move id={id} tag={seen.data.tag} act={act} onDone={onDone} />;
}

type MoveProps = { id: string; tag: string; act: OfferVerb; onDone: () => void };

function Move({ id, tag, act, onDone }: MoveProps) {
  const word = useWords({ verb, follows });
  const once = useKey();
  const after = useAfterChange();
  const form = useForm();
  async function send() {
    await moveOffer(id, tag, once, act);
    await after();
    onDone();
  }
  return (
    <Form
      form={form}
      onSend={send}
      submit={act === "list" ? <Trans>I agree, list it</Trans> : word("verb", act)}
    >
      <p>{word("follows", act)}</p>
    </Form>
  );
}
