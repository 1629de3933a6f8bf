import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Me } from "@/api/me";
import { Button } from "@/ui/Button";
import { Instant } from "@/ui/Dates";
import { WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { NotStated } from "@/ui/NotStated";
import { ErrorState, Skeleton } from "@/ui/States";
import { ContactForm } from "./ContactForm";
import { Preview } from "./Preview";
import {
  type ContactHeld,
  type ContactKind,
  contactsQuery,
  keptQuery,
  withdrawContact,
} from "./queries";
import { contactKinds, useWord } from "./words";

/** What one shows of oneself: to whom, since when, and what each audience sees of it. */
export function Contacts({ me }: { me: Me }) {
  const queries = useQueryClient();
  const answer = useQuery(contactsQuery());
  const [said, setSaid] = useState<"shown" | "withdrawn">();

  async function changed(what: "shown" | "withdrawn") {
    await queries.invalidateQueries({ queryKey: contactsQuery().queryKey });
    void queries.invalidateQueries({ queryKey: keptQuery().queryKey });
    setSaid(what);
  }

  if (answer.isPending) return <Skeleton rows={5} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const shown = answer.data.items.filter((contact) => !contact.withdrawn_at);
  const former = answer.data.items.filter((contact) => contact.withdrawn_at);
  return (
    <div className="contacts">
      <p>
        <Trans>
          Nobody sees anything of you unless you say so here; only the secretariat knows the name
          and address of your account, and those with whom you share a room see your name. You can
          take each line back at any time; from that moment it is not shown.
        </Trans>
      </p>
      {said === "shown" ? (
        <Notice live tone="ok" title={<Trans>It is shown from now on.</Trans>} />
      ) : null}
      {said === "withdrawn" ? (
        <Notice live tone="ok" title={<Trans>It is not shown any more.</Trans>} />
      ) : null}
      <ul className="held">
        {contactKinds.map((kind) => (
          <ContactRow
            key={kind}
            kind={kind}
            contact={shown.find((contact) => contact.kind === kind)}
            suggested={kind === "name" ? me.name : kind === "email" ? me.email : ""}
            onChanged={changed}
          />
        ))}
      </ul>
      <Preview shown={shown} />
      {former.length > 0 ? <Former contacts={former} /> : null}
    </div>
  );
}

type ContactRowProps = {
  kind: ContactKind;
  contact: ContactHeld | undefined;
  suggested: string;
  onChanged: (what: "shown" | "withdrawn") => Promise<void>;
};

function ContactRow({ kind, contact, suggested, onChanged }: ContactRowProps) {
  const word = useWord();
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const withdrawing = useMutation({
    mutationFn: () => withdrawContact(kind),
    onSuccess: () => onChanged("withdrawn"),
  });
  const name = word("contact_kind", kind);
  const readers = contact ? word("audience", contact.audience) : "";

  if (open) {
    return (
      <li className="is-open">
        <ContactForm
          kind={kind}
          value={contact?.value ?? suggested}
          audience={contact?.audience ?? "members"}
          onCancel={() => setOpen(false)}
          onShown={async () => {
            setOpen(false);
            await onChanged("shown");
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <div>
        <p className="small muted">{name}</p>
        {contact ? (
          <>
            <p className="held-name">{contact.value}</p>
            <p className="small muted">
              <Trans>
                {readers}, since you agreed on <Instant at={contact.consented_at} />
              </Trans>
            </p>
          </>
        ) : (
          <p>
            <NotStated>
              <Trans>not shown</Trans>
            </NotStated>
          </p>
        )}
        {withdrawing.isError ? (
          <p className="small" role="alert">
            {withdrawing.error.message || t`The server could not be reached. It is still shown.`}
          </p>
        ) : null}
      </div>
      <div className="button-row">
        <Button onClick={() => setOpen(true)}>
          {contact ? (
            <Trans>
              Change<span className="vh"> {name}</span>
            </Trans>
          ) : (
            <Trans>
              Show<span className="vh"> {name}</span>
            </Trans>
          )}
        </Button>
        {contact ? (
          <WaitingButton
            rank="secondary"
            waits={withdrawing.isPending}
            onClick={() => withdrawing.mutate()}
          >
            <Trans>
              Withdraw<span className="vh"> {name}</span>
            </Trans>
          </WaitingButton>
        ) : null}
      </div>
    </li>
  );
}

function Former({ contacts }: { contacts: ContactHeld[] }) {
  const word = useWord();
  return (
    <div className="kept">
      <details>
        <summary>
          <Trans>What you have withdrawn</Trans>
        </summary>
        <ul className="former">
          {contacts.map((contact) => (
            <li key={contact.id}>
              {word("contact_kind", contact.kind)}: {contact.value},{" "}
              {word("audience", contact.audience)}
              <br />
              <span className="small muted">
                <Trans>
                  shown from <Instant at={contact.consented_at} /> to{" "}
                  <Instant at={contact.withdrawn_at ?? ""} />
                </Trans>
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
