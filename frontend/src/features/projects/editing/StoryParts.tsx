import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { countries } from "@/i18n/countries";
import { useLanguage } from "@/i18n/useLanguage";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { LanguageText } from "./LanguageText";
import { Part, Slot } from "./Part";
import { Rows } from "./Rows";
import { emptyPlace } from "./values";
import { useOptions } from "./words";

/** What it is, in a sentence or two. */
export function TitlePart() {
  const { t } = useLingui();
  return (
    <Part title={<Trans>Title and summary</Trans>}>
      <Slot field="title">
        <LanguageText line name="title" label={t`Title`} />
      </Slot>
      <Slot field="summary">
        <LanguageText
          name="summary"
          label={t`Summary`}
          hint={t`Two or three sentences, for somebody who has never heard of it.`}
        />
      </Slot>
    </Part>
  );
}

export function ProblemPart() {
  const { t } = useLingui();
  return (
    <Part title={<Trans>Problem and solution</Trans>}>
      <Slot field="problem">
        <LanguageText name="problem" label={t`What was the problem?`} />
      </Slot>
      <Slot field="solution">
        <LanguageText name="solution" label={t`What did you do about it?`} />
      </Slot>
    </Part>
  );
}

export function PlacePart() {
  const { t } = useLingui();
  const reader = useLanguage();
  const options = useMemo(() => {
    const known = countries(reader).map(({ id, label }) => ({ value: id, label }));
    return [{ value: "", label: t`Choose` }, ...known];
  }, [reader, t]);
  return (
    <Part
      title={<Trans>Where</Trans>}
      why={<Trans>With coordinates it is on the map; south and west are negative.</Trans>}
    >
      <Slot field="places">
        <Rows
          name="places"
          legend={(number) => t`Place ${number}`}
          add={<Trans>Add a place</Trans>}
          empty={() => emptyPlace}
        >
          {(row) => (
            <>
              <div className="project-pair">
                <TextField name={`${row}.name`} label={t`Name of the place`} maxLength={300} />
                <Select name={`${row}.country`} label={t`Country`} options={options} />
              </div>
              <div className="project-pair">
                <TextField short name={`${row}.latitude`} label={t`Latitude (optional)`} />
                <TextField short name={`${row}.longitude`} label={t`Longitude (optional)`} />
              </div>
            </>
          )}
        </Rows>
      </Slot>
    </Part>
  );
}

export function TimePart() {
  const { t } = useLingui();
  return (
    <Part
      title={<Trans>When</Trans>}
      why={<Trans>As exactly as you know it: 2019, 2019-09 or 2019-09-20.</Trans>}
    >
      <div className="project-pair">
        <Slot field="start">
          <TextField short name="start" label={t`Beginning`} maxLength={10} />
        </Slot>
        <Slot field="end">
          <TextField short name="end" label={t`End`} maxLength={10} />
        </Slot>
      </div>
    </Part>
  );
}

/** One that was discontinued counts as much as the others; it says why. */
export function MaturityPart() {
  const { t } = useLingui();
  const options = useOptions();
  const maturity = useWatch({ name: "maturity" });
  return (
    <Part
      title={<Trans>How far it has come</Trans>}
      why={<Trans>Those who learn from what was discontinued need it as much as a success.</Trans>}
    >
      <Slot field="maturity">
        <Select
          name="maturity"
          label={t`Today it is`}
          options={[{ value: "", label: t`Choose` }, ...options("maturity")]}
        />
      </Slot>
      {maturity === "discontinued" ? (
        <Slot field="discontinued_because">
          <LanguageText name="discontinued_because" label={t`Why was it discontinued?`} />
        </Slot>
      ) : null}
    </Part>
  );
}
