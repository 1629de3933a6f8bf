import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Problem } from "@/api/problem";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { ErrorState } from "@/ui/States";
import { confirmApplication } from "./queries";

/** The button behind the letter's link: only a press sends the application off, not the opening of a page. */
export function ConfirmApplication({ token }: { token: string }) {
  const sending = useMutation({ mutationFn: () => confirmApplication(token) });
  if (sending.isSuccess) {
    return (
      <Notice live tone="ok" title={<Trans>Your application is sent.</Trans>}>
        <Trans>The secretariat reads it and writes to you at the address that you gave.</Trans>
      </Notice>
    );
  }
  return (
    <div className="form">
      {sending.isError ? (
        sending.error instanceof Problem ? (
          <Refusal problem={sending.error} />
        ) : (
          <ErrorState error={sending.error} />
        )
      ) : null}
      <div className="button-row">
        <WaitingButton rank="primary" waits={sending.isPending} onClick={() => sending.mutate()}>
          <Trans>Confirm the application</Trans>
        </WaitingButton>
      </div>
    </div>
  );
}
