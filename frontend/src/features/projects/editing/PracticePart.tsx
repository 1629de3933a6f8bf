import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { foundPracticesQuery } from "@/api/practices";
import { SearchField } from "@/ui/Fields";
import { useText } from "@/ui/Text";
import { Folded, Part, Slot } from "./Part";
import { usePracticeNames } from "./usePracticeNames";
import { useWord } from "./words";

/** The practices that it follows or that tell of it: too many to list, so they are found by their words. */
export function PracticePart() {
  const { t } = useLingui();
  const word = useWord();
  const text = useText();
  const { setValue, formState } = useFormContext();
  const [q, setQ] = useState("");
  const chosen: string[] = useWatch({ name: "practices" });
  const kept: string[] = formState.defaultValues?.practices ?? [];
  const found = useQuery(foundPracticesQuery(q));
  const items = found.data?.items ?? [];
  // What is chosen stays in sight, so that it can be taken away.
  const before = [...new Set([...kept, ...chosen])];
  const named = usePracticeNames(before);
  const offered = [
    ...before.map((id) => ({ id, title: named(id) })),
    ...items
      .filter(({ id }) => !before.includes(id))
      .map(({ id, title }) => ({ id, title: text(title) })),
  ];
  const choose = (id: string, isChosen: boolean) => {
    const others = chosen.filter((each) => each !== id);
    setValue("practices", isChosen ? [...others, id] : others, { shouldDirty: true });
  };
  return (
    <Part
      title={word("field", "practices")}
      why={<Trans>What it followed, and what tells of it: guides, strategies, reports.</Trans>}
    >
      <Slot field="practices">
        <Folded field="practices" count={chosen.length}>
          <SearchField label={t`Search practices and policies`} value={q} onChange={setQ} />
          <p className="small muted" role="status">
            {q.trim().length > 1 && found.isSuccess && items.length === 0 ? (
              <Trans>Nothing has this name.</Trans>
            ) : null}
          </p>
          {offered.length > 0 ? (
            <fieldset className="project-checks" aria-busy={found.isFetching}>
              <legend className="vh">{word("field", "practices")}</legend>
              {offered.map(({ id, title }) => (
                <label key={id} className="check">
                  <input
                    type="checkbox"
                    checked={chosen.includes(id)}
                    onChange={(event) => choose(id, event.target.checked)}
                  />
                  <span>{title}</span>
                </label>
              ))}
            </fieldset>
          ) : null}
        </Folded>
      </Slot>
    </Part>
  );
}
