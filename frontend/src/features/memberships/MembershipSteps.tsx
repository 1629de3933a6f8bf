import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { PartialDate } from "@/ui/Dates";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { type MembershipSeen, takeStep, useAfterChange, type Verb } from "./queries";
import { useMemberName } from "./useMemberName";
import { needsReason, useWord } from "./words";

/** One membership: where it stands, and what the reader may do about it. */
export function MembershipSteps({ membership, tag }: { membership: MembershipSeen; tag: string }) {
  const word = useWord();
  const name = useMemberName();
  const [verb, setVerb] = useState<Verb>();
  const [done, setDone] = useState<MembershipSeen>();
  return (
    <div className="membership-inside">
      {done ? (
        <Notice live tone="ok" title={<Trans>Done. It is recorded.</Trans>}>
          {done.id === membership.id ? null : (
            <Link href={`/memberships/${done.id}`}>
              <Trans>See the new membership</Trans>
            </Link>
          )}
        </Notice>
      ) : null}
      <Facts membership={membership} />
      {membership.may.length > 0 ? (
        <div className="button-row">
          {membership.may.map((each) => (
            <Button key={each} onClick={() => setVerb(each)}>
              {word("membership_verb", each)}
            </Button>
          ))}
        </div>
      ) : null}
      <Dialog
        open={verb !== undefined}
        onClose={() => setVerb(undefined)}
        title={verb ? `${name(membership)}: ${word("membership_verb", verb)}` : ""}
      >
        {verb ? (
          <StepForm
            id={membership.id}
            tag={tag}
            verb={verb}
            onDone={(made) => {
              setDone(made);
              setVerb(undefined);
            }}
          />
        ) : null}
      </Dialog>
    </div>
  );
}

function Facts({ membership }: { membership: MembershipSeen }) {
  const { t } = useLingui();
  const word = useWord();
  const { state, organisation, valid_from: from, valid_to: to, decision } = membership;
  const facts = [
    {
      term: t`Network`,
      value: (
        <Link href={`/networks/${membership.network.slug}`}>
          <Text of={membership.network.label} />
        </Link>
      ),
    },
    { term: t`State`, value: <Badge>{word("membership_state", state)}</Badge> },
    ...(organisation
      ? [
          {
            term: t`Organisation`,
            value: (
              <Link href={`/organisations/${organisation.slug}`}>
                <Text of={organisation.label} />
              </Link>
            ),
          },
        ]
      : []),
    { term: t`Since`, value: from ? <PartialDate value={from} gap /> : <NotStated small /> },
    ...(to ? [{ term: t`Until`, value: <PartialDate value={to} gap /> }] : []),
    ...(decision ? [{ term: t`Decision`, value: <Text of={decision} /> }] : []),
  ];
  return (
    <dl className="membership-facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type StepFormProps = {
  id: string;
  tag: string;
  verb: Verb;
  onDone: (made: MembershipSeen) => void;
};

function StepForm({ id, tag, verb, onDone }: StepFormProps) {
  const { t } = useLingui();
  const word = useWord();
  const after = useAfterChange();
  const key = useKey();
  const form = useForm({ defaultValues: { reason: "" } });

  async function send({ reason }: { reason: string }) {
    onDone(await after(() => takeStep({ id, tag, key }, verb, reason)));
  }

  return (
    <Form form={form} onSend={send} submit={word("membership_verb", verb)}>
      {needsReason(verb) ? (
        <TextArea
          name="reason"
          label={t`Reason`}
          hint={t`Those concerned read it, and it stays on record.`}
          rules={{ required: t`Give the reason.` }}
          maxLength={500}
        />
      ) : (
        <p>
          <Trans>It holds from today, and those concerned are told.</Trans>
        </p>
      )}
    </Form>
  );
}
