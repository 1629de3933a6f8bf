import { useLingui } from "@lingui/react/macro";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Page } from "@/ui/Page";
import { ErrorState } from "@/ui/States";

/** A page that broke: said in words, with a way on; header and footer stay. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  return (
    <Page title={t`This page could not be shown`}>
      <div className="section">
        <ErrorState
          error={error instanceof Error ? error : new Error(String(error))}
          onRetry={() => {
            reset();
            void router.invalidate();
          }}
        />
      </div>
    </Page>
  );
}
