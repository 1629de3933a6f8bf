import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Select } from "@/ui/Fields";
import { Refusal, WaitingButton } from "@/ui/Form";
import { changeImport, type Seen } from "./queries";
import { useStep } from "./useStep";

/** Which sheet of a workbook is read; what was said of the columns of another counts no more. */
export function SheetChoice({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const { waits, refused, take } = useStep();
  const { mapping, seen: read } = seen.data;
  const [sheet, setSheet] = useState(mapping.sheet ?? read.sheets[0] ?? "");
  const columns = Object.fromEntries(Object.keys(mapping.columns).map((name) => [name, null]));
  return (
    <form
      className="import-more"
      onSubmit={(event) => {
        event.preventDefault();
        if (!waits) void take(() => changeImport(seen, { sheet, columns }));
      }}
    >
      {refused ? <Refusal problem={refused} /> : null}
      <Select
        label={t`Sheet of the workbook`}
        value={sheet}
        options={read.sheets.map((name) => ({ value: name, label: name }))}
        onChange={setSheet}
      />
      <WaitingButton waits={waits} type="submit" rank="secondary">
        <Trans>Read this sheet</Trans>
      </WaitingButton>
    </form>
  );
}
