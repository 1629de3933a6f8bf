import { Trans, useLingui } from "@lingui/react/macro";
import { useFormContext, useWatch } from "react-hook-form";
import { Part, Slot } from "./Part";
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
  const word = useWord();
  const { t } = useLingui();
  const chosen: string[] = useWatch({ name: field });
  const count = chosen.length;
  return (
    <Slot field={field}>
      <details className="project-more">
        <summary>
          {word("field", field)}{" "}
          <span className="muted small">{count > 0 ? t`${count} chosen` : t`none chosen`}</span>
        </summary>
        <Checks field={field} silent />
      </details>
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
