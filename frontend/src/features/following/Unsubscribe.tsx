import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Problem } from "@/api/problem";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { unsubscribe } from "./queries";

/** Ends the letters of one kind by the link in one of them, once the reader says so: programs open links too. */
export function Unsubscribe({ token }: { token: string }) {
  const ending = useMutation({ mutationFn: () => unsubscribe(token) });
  if (ending.isSuccess) {
    return <Notice live tone="ok" title={<Trans>You get no more letters of this kind.</Trans>} />;
  }
  return (
    <>
      {ending.error instanceof Problem ? <Refusal problem={ending.error} /> : null}
      <p>
        <WaitingButton rank="primary" waits={ending.isPending} onClick={() => ending.mutate()}>
          <Trans>Write to me no more</Trans>
        </WaitingButton>
      </p>
    </>
  );
}
