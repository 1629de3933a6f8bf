import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { TextButton } from "@/ui/Button";
import { OrganisationField } from "@/ui/OrganisationField";
import { LanguageText } from "./LanguageText";
import { Part, Slot } from "./Part";
import { Rows } from "./Rows";
import type { PartnerValue } from "./values";

const empty: PartnerValue = { organisation: "", name: {}, role: {} };

/** Who takes part beside the lead. */
export function PartnerPart() {
  const { t } = useLingui();
  return (
    <Part
      title={<Trans>Partners</Trans>}
      why={<Trans>Who takes part beside your organisation.</Trans>}
    >
      <Slot field="partners">
        <Rows
          name="partners"
          legend={(number) => t`Partner ${number}`}
          add={<Trans>Add a partner</Trans>}
          empty={() => empty}
        >
          {(row) => (
            <>
              <Who row={row} />
              <LanguageText line name={`${row}.role`} label={t`What do they do in it?`} />
            </>
          )}
        </Rows>
      </Slot>
    </Part>
  );
}

/** An organisation of the directory, or another one by its name. */
function Who({ row }: { row: string }) {
  const { t } = useLingui();
  const { setValue } = useFormContext();
  const { organisation, name } = useWatch({ name: row }) as PartnerValue;
  const [isElsewhere, setElsewhere] = useState(Object.keys(name).length > 0);
  if (isElsewhere) {
    return (
      <div>
        <LanguageText line name={`${row}.name`} label={t`Name of the partner`} />
        <TextButton
          onClick={() => {
            setValue(`${row}.name`, {});
            setElsewhere(false);
          }}
        >
          <Trans>Search the directory instead</Trans>
        </TextButton>
      </div>
    );
  }
  if (organisation) {
    return (
      <p>
        <b>{organisation}</b>{" "}
        <TextButton onClick={() => setValue(`${row}.organisation`, "")}>
          <Trans>Choose another</Trans>
        </TextButton>
      </p>
    );
  }
  return (
    <OrganisationField
      name={`${row}.organisation`}
      required={t`Choose an organisation.`}
      value={({ slug }) => slug}
      onMissing={() => setElsewhere(true)}
    />
  );
}
