import type { ReactNode } from "react";
import type { Story } from "./queries";
import { Shown } from "./Shown";
import { fieldOrder, useWord } from "./words";

export type StoryField = keyof Story;

/** Whether there is something to show. */
export function holds(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

export const storyFields = fieldOrder.filter(
  (name): name is Extract<typeof name, StoryField> => name !== "publishes_itself",
);

/** One version, field by field, as it is. */
export function Whole({ story }: { story: Story }) {
  return (
    <Facts
      rows={storyFields
        .filter((name) => holds(story[name]))
        .map((name) => ({ name, value: <Shown field={name} value={story[name]} /> }))}
    />
  );
}

/** Fields with what is said of each. */
export function Facts({ rows }: { rows: { name: string; value: ReactNode }[] }) {
  const word = useWord();
  return (
    <dl className="project-facts">
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{word("field", name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
