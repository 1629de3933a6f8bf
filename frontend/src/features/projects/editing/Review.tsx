import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useForm, useFormContext } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { Button, TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextArea } from "@/ui/TextArea";
import { Changed } from "./Changed";
import { type Seen, type Story, takeStep, useAfterChange, type Verb } from "./queries";
import { Shown } from "./Shown";
import { holds, storyFields } from "./Whole";
import { useWord } from "./words";

type ReviewProps = { seen: Seen; work: Story; onDone: (verb: Verb) => void };
type Comments = { whole: string; fields: Record<string, string> };

/** The submitted version beside the live one, with a comment on each field, and the decision. */
export function Review({ seen, work, onDone }: ReviewProps) {
  const { t } = useLingui();
  const after = useAfterChange();
  const key = useKey();
  // The form's own button approves; the other one says so just before.
  const pressed = useRef<Verb>("approve");
  const [astray, setAstray] = useState<{ verb: Verb }>();
  const form = useForm<Comments>({ defaultValues: { whole: "", fields: {} } });
  const { live, may } = seen.data;
  const changed = storyFields.filter((name) => !same(live?.[name] ?? null, work[name]));
  const fields = live ? changed : storyFields.filter((name) => holds(work[name]));
  const rest = storyFields.filter((name) => holds(work[name]) && !fields.includes(name));

  async function send({ whole, fields: said }: Comments) {
    const verb = pressed.current;
    pressed.current = "approve";
    const all = [["", whole], ...Object.entries(said).map(([name, text]) => [`/${name}`, text])];
    const comments = all.flatMap(([pointer = "", text = ""]) =>
      text.trim() ? [{ pointer, text: text.trim() }] : [],
    );
    // Neither is done by mistake: comments would be lost, or nothing would be asked for.
    if ((verb === "approve") === comments.length > 0) return setAstray({ verb });
    await after(await takeStep(seen, key, { verb, comments }));
    onDone(verb);
  }

  return (
    <div className="project-review">
      <Form
        form={form}
        onSend={send}
        submit={<Trans>Approve</Trans>}
        aside={
          may.includes("request_changes") ? (
            <Button
              type="submit"
              onClick={() => {
                pressed.current = "request_changes";
              }}
            >
              <Trans>Request changes</Trans>
            </Button>
          ) : null
        }
      >
        {fields.map((name) => (
          <Row key={name} name={name}>
            {live ? (
              <Changed field={name} before={live[name]} after={work[name]} />
            ) : (
              <Shown field={name} value={work[name]} />
            )}
          </Row>
        ))}
        {rest.length > 0 ? (
          <details className="project-more">
            <summary>
              <Trans>What stays as it is</Trans>
            </summary>
            {rest.map((name) => (
              <Row key={name} name={name}>
                <Shown field={name} value={work[name]} />
              </Row>
            ))}
          </details>
        ) : null}
        <TextArea
          name="whole"
          label={t`On the project as a whole`}
          hint={t`Its authors read it, and comments beside their fields.`}
          maxLength={2000}
        />
        {astray ? (
          <Notice
            live
            tone="warn"
            answer={astray}
            title={
              astray.verb === "approve" ? (
                <Trans>You wrote comments</Trans>
              ) : (
                <Trans>You have not said what to change</Trans>
              )
            }
          >
            {astray.verb === "approve" ? (
              <Trans>
                Approving does not pass them on. Request changes, or empty the comments.
              </Trans>
            ) : (
              <Trans>Comment on at least one field, or on the whole.</Trans>
            )}
          </Notice>
        ) : null}
      </Form>
    </div>
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** One field of the submitted version; the comment opens on demand. */
function Row({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useLingui();
  const { setFocus } = useFormContext<Comments>();
  const word = useWord();
  const [isOpen, setOpen] = useState(false);
  const field = word("field", name);

  useEffect(() => {
    if (isOpen) setFocus(`fields.${name}`);
  }, [isOpen, name, setFocus]);

  return (
    <section className="project-review-row" aria-label={field}>
      <h2 className="h3">{field}</h2>
      <div>
        {children}
        {isOpen ? (
          <TextArea
            name={`fields.${name}`}
            rows={2}
            label={t`What should change in “${field}”?`}
            maxLength={2000}
          />
        ) : (
          <p>
            <TextButton onClick={() => setOpen(true)}>
              <Trans>Comment</Trans> <span className="vh">{field}</span>
            </TextButton>
          </p>
        )}
      </div>
    </section>
  );
}
