import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useFieldArray } from "react-hook-form";
import { Button, TextButton } from "@/ui/Button";

type RowsProps<T> = {
  /** Where in the values: `lessons`. */
  name: string;
  /** "Lesson 2" */
  legend: (number: number) => string;
  add: ReactNode;
  empty: () => T;
  children: (row: string, place: number) => ReactNode;
};

/** Entries of a list, each with its fields; the order is the order on screen. */
export function Rows<T extends object>({ name, legend, add, empty, children }: RowsProps<T>) {
  // An entry may have an id of its own.
  const rows = useFieldArray({ name, keyName: "rowKey" });
  return (
    <>
      {rows.fields.map((row, place) => {
        const said = legend(place + 1);
        return (
          <fieldset key={row.rowKey} className="project-row">
            <legend className="small muted">{said}</legend>
            {children(`${name}.${place}`, place)}
            <TextButton onClick={() => rows.remove(place)}>
              <Trans>Remove</Trans> <span className="vh">{said}</span>
            </TextButton>
          </fieldset>
        );
      })}
      <div>
        <Button onClick={() => rows.append(empty())}>{add}</Button>
      </div>
    </>
  );
}
