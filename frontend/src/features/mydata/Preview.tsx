import { Trans, useLingui } from "@lingui/react/macro";
import { NotStated } from "@/ui/NotStated";
import type { Audience, ContactHeld } from "./queries";
import { contactKinds, useWord } from "./words";

/** The audiences whose contacts a reader of one audience sees, as the server counts them. */
const SEES: Record<Audience, Audience[]> = {
  public: ["public"],
  members: ["public", "members"],
  secretariat: ["public", "members", "secretariat"],
};

/** What an audience sees of what is shown, in the order in which one introduces oneself. */
export function seenBy(reader: Audience, shown: ContactHeld[]): ContactHeld[] {
  return contactKinds.flatMap((kind) =>
    shown.filter((contact) => contact.kind === kind && SEES[reader].includes(contact.audience)),
  );
}

/** What visitors, members and the secretariat see of somebody, side by side. */
export function Preview({ shown }: { shown: ContactHeld[] }) {
  const { t } = useLingui();
  const word = useWord();
  const readers: [Audience, string][] = [
    ["public", t`Visitors see`],
    ["members", t`Members see`],
    ["secretariat", t`The secretariat sees`],
  ];
  return (
    <div className="preview">
      {readers.map(([reader, title]) => {
        const seen = seenBy(reader, shown);
        return (
          <section key={reader}>
            <h3 className="h3">{title}</h3>
            {seen.length === 0 ? (
              <p>
                <NotStated>
                  <Trans>nothing of you</Trans>
                </NotStated>
              </p>
            ) : (
              <dl>
                {seen.map((contact) => (
                  <div key={contact.id}>
                    <dt className="small muted">{word("contact_kind", contact.kind)}</dt>
                    <dd>{contact.value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </section>
        );
      })}
    </div>
  );
}
