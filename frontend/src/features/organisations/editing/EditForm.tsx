import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "@/api/problem";
import { LinkButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { LeaveGuard } from "@/ui/LeaveGuard";
import { History, Kind, Naming, Place, Relations, Website } from "./Fields";
import { Meanwhile, type Meeting } from "./Meanwhile";
import { placed } from "./placed";
import { changeOrganisation, type Seen, seeNow } from "./queries";
import { carriedOver, differences, draftOf, patchOf, type Values, valuesOf } from "./values";
import "./editing.scss";

/** An organisation as it stands, in fields; only those that the reader may change. */
export function EditForm({ opened, fields }: { opened: Seen; fields: string[] }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [seen, setSeen] = useState(opened);
  const [meeting, setMeeting] = useState<Meeting>();
  const done = useRef(false);
  const form = useForm<Values>({ defaultValues: valuesOf(opened.data) });
  const { slug } = seen.data;

  const unsaved = () => {
    const [before, typed] = [valuesOf(seen.data), form.getValues()];
    return !done.current && differences(draftOf(before), draftOf(typed)).length > 0;
  };

  const send = (typed: Values) => write(typed, seen);

  async function write(typed: Values, ground: Seen): Promise<void> {
    const before = draftOf(valuesOf(ground.data));
    try {
      await changeOrganisation(ground, patchOf(before, draftOf(typed)));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.status === 412) return meet(typed, ground);
      throw placed(failure, typed);
    }
    done.current = true;
    await queries.invalidateQueries({ queryKey: ["organisations"] });
    await navigate({ href: `/organisations/${slug}` });
  }

  /** Somebody was faster: what stands there now is the ground of the next try. */
  async function meet(typed: Values, ground: Seen): Promise<void> {
    const now = await seeNow(slug);
    const [then, present] = [valuesOf(ground.data), valuesOf(now.data)];
    const [before, after] = [draftOf(then), draftOf(present)];
    setSeen(now);
    // Only something that the form does not show is different, such as the name of what it is part of.
    if (differences(before, after).length === 0) return write(typed, now);
    form.reset(carriedOver(then, typed, present));
    setMeeting({ before, now: after, mine: differences(before, draftOf(typed)) });
  }

  const all = fields.includes("kind");
  return (
    <div className="editor">
      <LeaveGuard holds={unsaved} />
      <Form
        form={form}
        onSend={send}
        submit={<Trans>Save changes</Trans>}
        aside={
          <LinkButton rank="tertiary" href={`/organisations/${slug}`}>
            <Trans>Back without saving</Trans>
          </LinkButton>
        }
      >
        {meeting ? <Meanwhile meeting={meeting} /> : null}
        <Naming listed={all} />
        <History />
        <Website />
        {all ? (
          <>
            <Kind />
            <Place />
            <Relations own={slug} />
          </>
        ) : null}
      </Form>
    </div>
  );
}
