import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { signIn } from "@/api/session";
import { useLabel } from "@/i18n/labels";
import { changeLanguage, type Language } from "@/i18n/language";
import { LinkButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { ErrorState, Skeleton } from "@/ui/States";
import { TextField } from "@/ui/TextField";
import { LanguageSelect } from "./LanguageSelect";
import { acceptInvitation, type Invited, invitationQuery, saysSpent } from "./letters";
import { NewPasswordField } from "./NewPasswordField";
import { SpentLink } from "./SpentLink";

type InvitationProps = { token: string; onSignedIn: () => void };

/** Who is invited as what, and the way to an account of one's own. */
export function Invitation({ token, onSignedIn }: InvitationProps) {
  const answer = useQuery({ ...invitationQuery(token), enabled: token !== "" });
  const [spent, setSpent] = useState(token === "");

  if (spent || saysSpent(answer.error)) return <SpentInvitation />;
  if (answer.isPending) {
    return (
      <div className="letter-part">
        <Skeleton rows={6} />
      </div>
    );
  }
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return (
    <InvitationForm
      token={token}
      invited={answer.data}
      onSignedIn={onSignedIn}
      onSpent={() => setSpent(true)}
    />
  );
}

type InvitationFormProps = InvitationProps & { invited: Invited; onSpent: () => void };

function InvitationForm({ token, invited, onSignedIn, onSpent }: InvitationFormProps) {
  const { t } = useLingui();
  const label = useLabel();
  const role = label("role", invited.role);
  const form = useForm({
    defaultValues: { name: invited.name, language: invited.language, password: "" },
  });
  const made = useRef(false);

  async function send({
    name,
    language,
    password,
  }: {
    name: string;
    language: string;
    password: string;
  }) {
    // The link works once: whoever has an account by now has only to be signed in.
    if (!made.current) {
      try {
        await acceptInvitation({ token, name, language, password });
      } catch (failure) {
        if (!saysSpent(failure)) throw failure;
        onSpent();
        return;
      }
      made.current = true;
    }
    await signIn({ email: invited.email, password });
    await changeLanguage(language as Language);
    onSignedIn();
  }

  return (
    <div className="sign-in">
      <Form form={form} onSend={send} submit={<Trans>Make my account</Trans>}>
        <dl className="invited">
          <div>
            <dt>
              <Trans>You are invited as</Trans>
            </dt>
            <dd>{role}</dd>
          </div>
          <div>
            <dt>
              <Trans>You will sign in with</Trans>
            </dt>
            <dd>{invited.email}</dd>
          </div>
        </dl>
        {/* For password managers: they ask whose password it is. */}
        <input type="email" autoComplete="username" value={invited.email} readOnly hidden />
        <TextField
          name="name"
          label={t`Name`}
          hint={t`As others in the network see you.`}
          autoComplete="name"
          maxLength={200}
          rules={{ required: t`Write your name.` }}
        />
        <LanguageSelect />
        <NewPasswordField name="password" label={t`Password`} />
      </Form>
      <aside className="sign-in-aside small">
        <h2 className="h3">
          <Trans>What others see of you</Trans>
        </h2>
        <p className="muted">
          <Trans>
            Nothing of you is public. What you show of yourself, and to whom, you choose afterwards
            under “My data”.
          </Trans>
        </p>
        <h2 className="h3">
          <Trans>Not meant for you?</Trans>
        </h2>
        <p className="muted">
          <Trans>Close this page. Without your password no account is made.</Trans>
        </p>
      </aside>
    </div>
  );
}

function SpentInvitation() {
  return (
    <SpentLink
      title={<Trans>This link opens nothing any more.</Trans>}
      action={
        <LinkButton href="/sign-in" rank="primary">
          <Trans>Sign in</Trans>
        </LinkButton>
      }
    >
      <Trans>
        An invitation works once and for a limited time, and a newer letter replaces an older one.
        If you have made your account, sign in. If not, ask whoever invited you to send the
        invitation again.
      </Trans>
    </SpentLink>
  );
}
