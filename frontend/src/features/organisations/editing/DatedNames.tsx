import { Trans, useLingui } from "@lingui/react/macro";
import { useFieldArray } from "react-hook-form";
import { useLanguage } from "@/i18n/useLanguage";
import { Button, TextButton } from "@/ui/Button";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { useWord } from "../words";
import { LanguageTexts } from "./LanguageTexts";
import type { NameValue } from "./values";

const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const KINDS: NameValue["kind"][] = ["official", "short", "former"];

/** Every name it bore, each with its dates, the oldest first. */
export function DatedNames() {
  const { t } = useLingui();
  const word = useWord();
  const reader = useLanguage();
  const rows = useFieldArray({ name: "names" });
  const kinds = KINDS.map((value) => ({ value, label: word("name_kind", value) }));
  const pattern = { value: PARTIAL_DATE, message: t`Write 2019, 2019-09 or 2019-09-20.` };

  function add() {
    const undated = { valid_from: "", valid_to: "", observed_on: "" };
    rows.append({ name: [{ language: reader, text: "" }], kind: "official", ...undated });
  }

  return (
    <>
      {rows.fields.map((row, place) => {
        const number = place + 1;
        return (
          <fieldset key={row.id} className="edit-name">
            <legend className="h3">
              <Trans>Name {number}</Trans>
            </legend>
            <LanguageTexts name={`names.${place}.name`} label={t`Name`} />
            <Select name={`names.${place}.kind`} label={t`What kind of name`} options={kinds} />
            <div className="edit-dates">
              <TextField
                short
                name={`names.${place}.valid_from`}
                label={t`From`}
                maxLength={10}
                rules={{ pattern }}
              />
              <TextField
                short
                name={`names.${place}.valid_to`}
                label={t`Until`}
                maxLength={10}
                rules={{ pattern }}
              />
              <TextField
                short
                name={`names.${place}.observed_on`}
                label={t`Seen on`}
                maxLength={10}
                rules={{ pattern }}
              />
            </div>
            <TextButton onClick={() => rows.remove(place)}>
              <Trans>Remove name {number}</Trans>
            </TextButton>
          </fieldset>
        );
      })}
      <div>
        <Button onClick={add}>
          <Trans>Add a name</Trans>
        </Button>
      </div>
    </>
  );
}
