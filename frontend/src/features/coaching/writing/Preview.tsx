import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { Plate } from "@/ui/Plate";
import { Text } from "@/ui/Text";
import { Reason } from "../matching/reasons";
import { type MatchPreview, previewQuery } from "../queries";
import { previewOf, type Values } from "./values";

const PAUSE_MS = 400;

/** Who would probably be found, while it is written; nobody is told. */
export function Preview() {
  const values = useWatch<Values>() as Values;
  const asked = useSettled(JSON.stringify(previewOf(values)));
  const body = JSON.parse(asked) as MatchPreview;
  const enabled = (body.topics ?? []).length > 0 && isInOrder(body);
  const { data } = useQuery({ ...previewQuery(body), enabled });
  return (
    <aside className="coaching-preview" aria-labelledby="likely">
      <h2 className="h3" id="likely">
        <Trans>Who could help</Trans>
      </h2>
      <p className="small muted" role="status">
        {enabled && data ? (
          <Plural
            value={data.total}
            _0="Nobody fits what is written so far."
            one="# city fits what is written so far."
            other="# cities fit what is written so far."
          />
        ) : (
          <Trans>Choose a topic, and likely cities stand here. Nobody is told yet.</Trans>
        )}
      </p>
      {enabled && data ? (
        <ul>
          {data.items.map(({ offer, organisation, total, factors }) => (
            <li key={offer}>
              <p>
                <Plate>
                  <Text of={organisation.label} />
                </Plate>
                <b className="num">{total}</b>
              </p>
              {factors
                .filter(({ factor }) => factor === "topics" || factor === "languages")
                .map((factor) => (
                  <p key={factor.factor} className="small muted">
                    <Reason of={factor} />
                  </p>
                ))}
            </li>
          ))}
        </ul>
      ) : null}
    </aside>
  );
}

/** While both dates are typed the first may lie behind the last. */
function isInOrder({ window_from: from, window_to: to }: MatchPreview): boolean {
  return !from || !to || from <= to;
}

/** A value once it has not changed for a while. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
