import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Problem } from "@/api/problem";
import { Button } from "./Button";

const lines = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

type SkeletonProps = {
  /** How many bars, at most 12. */ rows?: number /** Begins with a page title. */;
  page?: boolean;
};

/** Grey bars where text will be; nothing shimmers. */
export function Skeleton({ rows = 3, page }: SkeletonProps) {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className="skeleton skeleton-page">
      {page ? <i className="skeleton-h1" /> : null}
      {lines.slice(0, rows).map((line, index) => (
        <i key={line} className={index % 3 === 2 ? "skeleton-short" : undefined} />
      ))}
    </div>
  );
}

type EmptyStateProps = {
  /** One sentence. */
  says: ReactNode;
  /** Why that is fine. */
  why?: ReactNode;
  /** One action. */
  action?: ReactNode;
};

export function EmptyState({ says, why, action }: EmptyStateProps) {
  return (
    <div className="state state-panel">
      <p className="voice">{says}</p>
      {why ? <p className="muted">{why}</p> : null}
      {action}
    </div>
  );
}

type ErrorStateProps = {
  error: Error;
  onRetry?: () => void /** What is kept. */;
  kept?: ReactNode;
};

/** What failed, what is kept, what to do. */
export function ErrorState({ error, onRetry, kept }: ErrorStateProps) {
  return (
    <div className="state state-error" role="alert">
      <p className="h3">
        <Failure error={error} />
      </p>
      {error instanceof Problem && error.detail ? <p>{error.detail}</p> : null}
      {kept ? <p className="muted">{kept}</p> : null}
      {onRetry ? (
        <Button onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      ) : null}
    </div>
  );
}

function Failure({ error }: { error: Error }) {
  if (!(error instanceof Problem)) return <Trans>Something in this page is broken.</Trans>;
  if (error.status === 0) {
    return navigator.onLine ? (
      <Trans>The server could not be reached.</Trans>
    ) : (
      <Trans>You are offline. This could not be loaded.</Trans>
    );
  }
  if (error.status === 403 || error.status === 401) return <Trans>You may not see this.</Trans>;
  if (error.status === 404) return <Trans>This does not exist, or no longer.</Trans>;
  if (error.status === 429) return <Trans>Too many questions at once. Please wait a minute.</Trans>;
  if (error.status < 500) return <Trans>The server did not understand this question.</Trans>;
  return <Trans>The server made a mistake. It is not yours.</Trans>;
}
