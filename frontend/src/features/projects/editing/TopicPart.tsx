import { Trans } from "@lingui/react/macro";
import { useFormContext, useWatch } from "react-hook-form";
import { Folded, Part, Slot } from "./Part";
import { type TopicField, useTopics } from "./topics";
import { useWord } from "./words";

/** Where it is filed: topics first, the three others on demand. */
export function TopicPart() {
  return (
    <Part
      title={<Trans>Topics</Trans>}
      why={<Trans>One is enough to be found; choose only what it is really about.</Trans>}
    >
      <Slot field="topics">
        <Checks field="topics" />
      </Slot>
      <More field="sdgs" />
      <More field="charter_points" />
      <More field="traits" />
    </Part>
  );
}

function More({ field }: { field: TopicField }) {
  const chosen: string[] = useWatch({ name: field });
  return (
    <Slot field={field}>
      <Folded field={field} count={chosen.length}>
        <Checks field={field} silent />
      </Folded>
    </Slot>
  );
}

function Checks({ field, silent }: { field: TopicField; silent?: boolean }) {
  const word = useWord();
  const { register, formState } = useFormContext();
  const topics = useTopics()(field, formState.defaultValues?.[field]);
  return (
    <fieldset className="project-checks">
      <legend className={silent ? "vh" : "kern-label"}>{word("field", field)}</legend>
      {topics.map(({ value, label }) => (
        <label key={value} className="check">
          <input type="checkbox" value={value} {...register(field)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
