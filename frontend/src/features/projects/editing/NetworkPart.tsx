import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";
import { useText } from "@/ui/Text";
import { Folded, Part, Slot } from "./Part";
import { networksQuery } from "./queries";
import { useWord } from "./words";

/** The networks of cities of which it is part; most projects are part of none. */
export function NetworkPart() {
  const word = useWord();
  const text = useText();
  const { register, formState } = useFormContext();
  const chosen: string[] = useWatch({ name: "networks" });
  const kept: string[] = formState.defaultValues?.networks ?? [];
  const networks = useQuery(networksQuery()).data?.items ?? [];
  const offered = networks.map(({ slug, label }) => ({ slug, name: text(label) }));
  // One that is listed no more, once chosen, can be seen and taken away.
  const gone = kept.filter((slug) => !offered.some((each) => each.slug === slug));
  return (
    <Part
      title={word("field", "networks")}
      why={<Trans>Where a network of cities began it, pays for it or takes part in it.</Trans>}
    >
      <Slot field="networks">
        <Folded field="networks" count={chosen.length}>
          {networks.length > 0 ? (
            <fieldset className="project-checks">
              <legend className="vh">{word("field", "networks")}</legend>
              {[...offered, ...gone.map((slug) => ({ slug, name: slug }))].map(({ slug, name }) => (
                <label key={slug} className="check">
                  <input type="checkbox" value={slug} {...register("networks")} />
                  <span>{name}</span>
                </label>
              ))}
            </fieldset>
          ) : null}
        </Folded>
      </Slot>
    </Part>
  );
}
