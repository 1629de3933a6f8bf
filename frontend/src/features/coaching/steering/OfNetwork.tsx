import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Select } from "@/ui/Fields";
import { EmptyState, Skeleton } from "@/ui/States";
import { useSteered } from "./useSteered";

type OfNetworkProps = {
  /** By its slug, as the address names it. */
  chosen: string | undefined;
  onChoose: (slug: string) => void;
  children: (slug: string) => ReactNode;
};

/** Something about one network; where there are several, the reader chooses. */
export function OfNetwork({ chosen, onChoose, children }: OfNetworkProps) {
  const { t } = useLingui();
  const steered = useSteered();
  if (!steered) return <Skeleton rows={6} />;
  const { options, likely } = steered;
  const slug = options.find(({ value }) => value === chosen)?.value ?? likely;
  return (
    <>
      {options.length > 1 ? (
        <div className="steered">
          <Select
            label={<Trans>Network</Trans>}
            value={slug ?? ""}
            options={[...(slug ? [] : [{ value: "", label: t`Choose` }]), ...options]}
            onChange={onChoose}
          />
        </div>
      ) : null}
      {slug ? (
        children(slug)
      ) : (
        <EmptyState
          says={<Trans>Choose the network.</Trans>}
          why={<Trans>No coaching was asked for in any of them yet.</Trans>}
        />
      )}
    </>
  );
}
