import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { STEP } from "@/api/pages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { useWord } from "../words";
import { NewPractice } from "./NewPractice";
import { ownPracticesQuery } from "./queries";

/** For who is signed in: what is not public yet or no longer, and the way to begin another. */
export function OwnPractices() {
  const { t } = useLingui();
  const word = useWord();
  const own = useQuery(ownPracticesQuery(STEP)).data?.items ?? [];
  const [isNew, setNew] = useState(false);
  return (
    <section className="practice-own no-print" aria-label={t`Your drafts`}>
      {own.length > 0 ? (
        <>
          <h2 className="h3">
            <Trans>Your drafts</Trans>
          </h2>
          <ul>
            {own.map(({ id, title, state }) => (
              <li key={id}>
                <Link href={`/practices/${id}`}>
                  <Text of={title} />
                </Link>{" "}
                <span className="small muted">{word("state", state)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Button onClick={() => setNew(true)}>
        <Trans>New practice</Trans>
      </Button>
      <Dialog open={isNew} onClose={() => setNew(false)} title={t`New practice`}>
        <NewPractice />
      </Dialog>
    </section>
  );
}
