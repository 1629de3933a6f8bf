import { Trans } from "@lingui/react/macro";
import { Badge } from "@/ui/Badge";
import { NotStated } from "@/ui/NotStated";
import { useWord } from "./words";

/** How far a project is; one that ended early stands in the same plain box as any other. */
export function Maturity({ of }: { of: string | null }) {
  const word = useWord();
  if (of) return <Badge>{word("maturity", of)}</Badge>;
  return (
    <NotStated small>
      <Trans>how far it is: not stated</Trans>
    </NotStated>
  );
}
