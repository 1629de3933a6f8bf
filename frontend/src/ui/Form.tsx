import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { Problem } from "@/api/problem";
import { Button } from "./Button";
import { Notice } from "./Notice";
import { Numbers } from "./Numbers";
import { useProblem } from "./useProblem";
import "./form.scss";

type FormProps<T extends FieldValues> = {
  form: UseFormReturn<T>;
  /** Sends what was written; the Problem it throws is shown, each sentence at its field. */
  onSend: (values: T) => Promise<void>;
  /** Names the act: "Save name". */
  submit: ReactNode;
  /** Beside the button: a way out. */
  aside?: ReactNode;
  rank?: "primary" | "secondary";
  children: ReactNode;
};

/** Fields, what the server says of them, and a button that waits for its answer. */
export function Form<T extends FieldValues>({
  form,
  onSend,
  submit,
  aside,
  rank = "primary",
  children,
}: FormProps<T>) {
  const problem = useProblem(form);
  const { isSubmitting } = form.formState;

  async function send(values: T) {
    problem.clear();
    try {
      await onSend(values);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      problem.show(failure);
    }
  }

  return (
    <FormProvider {...form}>
      <form
        className="form"
        noValidate
        aria-busy={isSubmitting}
        onSubmit={(event) => {
          event.preventDefault();
          // A second press while the first is on its way sends nothing.
          if (!isSubmitting) void form.handleSubmit(send)(event);
        }}
      >
        {problem.general ? <Refusal problem={problem.general} /> : null}
        {children}
        <div className="button-row">
          <WaitingButton rank={rank} type="submit" waits={isSubmitting}>
            {submit}
          </WaitingButton>
          {aside}
        </div>
      </form>
    </FormProvider>
  );
}

type WaitingButtonProps = {
  waits: boolean;
  children: ReactNode;
  rank?: "primary" | "secondary";
  type?: "submit" | "button";
  onClick?: () => void;
};

/** Keeps its place and the focus while it waits; a press meanwhile does nothing. */
export function WaitingButton({ waits, children, onClick, ...rest }: WaitingButtonProps) {
  return (
    <>
      <Button {...rest} aria-disabled={waits} onClick={waits ? undefined : onClick}>
        {children}
      </Button>
      <span className="form-waits small muted" role="status">
        {waits ? <Trans>One moment</Trans> : null}
      </span>
    </>
  );
}

/** What was refused as a whole, in the server's words. */
export function Refusal({ problem }: { problem: Problem }) {
  return (
    <Notice
      live
      tone="bad"
      answer={problem}
      title={problem.title || <NoAnswer problem={problem} />}
    >
      {problem.detail}
      <Numbers of={problem.numbers} />
    </Notice>
  );
}

function NoAnswer({ problem }: { problem: Problem }) {
  if (problem.status === 0) {
    return <Trans>The server could not be reached. What you wrote is still here.</Trans>;
  }
  return <Trans>The server made a mistake. What you wrote is still here.</Trans>;
}
