import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { type Me, meQuery } from "@/api/me";
import { Problem } from "@/api/problem";
import { Badge } from "@/ui/Badge";
import { Button, TextButton } from "@/ui/Button";
import { Form, Refusal, WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { CodeField } from "./CodeField";
import { EnrolmentSecret } from "./EnrolmentSecret";
import {
  beginSecondFactor,
  confirmSecondFactor,
  type Enrolment,
  removeSecondFactor,
} from "./queries";

/** The state of the second factor, and the way into the other. */
export function SecondFactor({ me }: { me: Me }) {
  const queries = useQueryClient();
  const [done, setDone] = useState<"set up" | "removed">();

  async function change(what: "set up" | "removed") {
    await queries.invalidateQueries({ queryKey: meQuery().queryKey, exact: true });
    setDone(what);
  }

  return (
    <div className="form">
      {done === "set up" ? (
        <Notice live tone="ok" title={<Trans>Your second factor is set up.</Trans>}>
          <Trans>From the next time on, signing in asks for a code from your app.</Trans>
        </Notice>
      ) : null}
      {done === "removed" ? (
        <Notice live tone="warn" title={<Trans>The second factor is removed.</Trans>}>
          <Trans>Your password alone now opens this account.</Trans>
        </Notice>
      ) : null}
      {me.second_factor ? (
        <Removal onRemoved={() => change("removed")} />
      ) : (
        <SetUp needed={me.must_enrol} onSetUp={() => change("set up")} />
      )}
    </div>
  );
}

function SetUp({ needed, onSetUp }: { needed: boolean; onSetUp: () => Promise<void> }) {
  const form = useForm({ defaultValues: { code: "" } });
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function begin() {
    setWaits(true);
    setProblem(undefined);
    try {
      setEnrolment(await beginSecondFactor());
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    } finally {
      setWaits(false);
    }
  }

  if (!enrolment) {
    return (
      <>
        {problem ? <Refusal problem={problem} /> : null}
        <p>
          <Badge tone={needed ? "warn" : undefined}>
            <Trans>Not set up</Trans>
          </Badge>
        </p>
        <p>
          {needed ? (
            <Trans>Your role counts only once the second factor is set up.</Trans>
          ) : (
            <Trans>A code from your telephone, besides the password, keeps others out.</Trans>
          )}
        </p>
        <div className="button-row">
          <WaitingButton
            rank={needed ? "primary" : "secondary"}
            waits={waits}
            onClick={() => void begin()}
          >
            <Trans>Set up the second factor</Trans>
          </WaitingButton>
        </div>
      </>
    );
  }
  return (
    <Form
      form={form}
      submit={<Trans>Confirm the code</Trans>}
      aside={
        <TextButton onClick={() => setEnrolment(undefined)}>
          <Trans>Cancel</Trans>
        </TextButton>
      }
      onSend={async ({ code }) => {
        await confirmSecondFactor(code.trim());
        await onSetUp();
      }}
    >
      <EnrolmentSecret enrolment={enrolment} />
      <CodeField />
    </Form>
  );
}

function Removal({ onRemoved }: { onRemoved: () => Promise<void> }) {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { code: "" } });
  const [asked, setAsked] = useState(false);

  return (
    <>
      <p>
        <Badge tone="ok">{t`Set up`}</Badge>
      </p>
      {asked ? (
        <Form
          form={form}
          rank="secondary"
          submit={<Trans>Remove the second factor</Trans>}
          aside={
            <TextButton onClick={() => setAsked(false)}>
              <Trans>Keep it</Trans>
            </TextButton>
          }
          onSend={async ({ code }) => {
            await removeSecondFactor(code.trim());
            await onRemoved();
          }}
        >
          <p>
            <Trans>
              Write a code to show that it is you. Roles that need a second factor wait until you
              set one up again.
            </Trans>
          </p>
          <CodeField />
        </Form>
      ) : (
        <div className="button-row">
          <Button onClick={() => setAsked(true)}>
            <Trans>Remove the second factor</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
