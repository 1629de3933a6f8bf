import { Trans, useLingui } from "@lingui/react/macro";
import { TextField } from "@/ui/TextField";
import { LanguageText } from "./LanguageText";
import { Rows } from "./Rows";
import type { SourceValue } from "./values";

const empty: SourceValue = { label: {}, locator: {}, url: "" };

/** Where something is written: as many sources as there are. */
export function SourceRows({ name }: { name: string }) {
  const { t } = useLingui();
  return (
    <Rows
      name={name}
      legend={(number) => t`Source ${number}`}
      add={<Trans>Add a source</Trans>}
      empty={() => empty}
    >
      {(row) => (
        <>
          <LanguageText line name={`${row}.label`} label={t`What is it called?`} />
          <LanguageText line name={`${row}.locator`} label={t`Page or chapter`} />
          <TextField
            name={`${row}.url`}
            type="url"
            label={t`Address`}
            hint="https://…"
            maxLength={300}
          />
        </>
      )}
    </Rows>
  );
}
