import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { foundQuery } from "@/api/organisations";
import { TextField } from "@/ui/Fields";
import { useText } from "@/ui/Text";
import { useSettled } from "./useSettled";

type LeadFilterProps = {
  heading: string;
  /** How many of the projects found each organisation leads. */
  leads: readonly { value: string; count: number }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Who leads a project: too many to list, so they are found by name. */
export function LeadFilter({ heading, leads, chosen, onChange }: LeadFilterProps) {
  const { t } = useLingui();
  const text = useText();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed);
  const found = useQuery(foundQuery(q));
  const counts = new Map(leads.map((lead) => [lead.value, lead.count]));
  const offered = (found.data?.items ?? []).filter((item) => !chosen.includes(item.slug));
  return (
    <div className="facets-year lead-filter">
      <TextField
        label={heading}
        hint={t`Part of the name of a city or organisation`}
        value={typed}
        onChange={setTyped}
      />
      <p className="small muted" role="status">
        {q.trim().length > 1 && found.isSuccess && offered.length === 0 ? (
          <Trans>Nothing in the directory has this name.</Trans>
        ) : null}
      </p>
      <ul aria-label={t`Organisations found`}>
        {offered.map((item) => {
          const led = counts.get(item.slug) ?? 0;
          return (
            <li key={item.slug}>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  setTyped("");
                  onChange([...chosen, item.slug]);
                }}
              >
                {text(item.label)}
              </button>{" "}
              <span className="small muted">
                <Plural value={led} _0="no project" one="# project" other="# projects" />
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
