import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormContext } from "react-hook-form";
import { meQuery } from "@/api/me";
import { TextButton } from "@/ui/Button";
import { CheckField } from "@/ui/CheckField";
import { Select } from "@/ui/Select";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { LanguageText } from "./LanguageText";
import { Part, Slot } from "./Part";
import { Rows } from "./Rows";
import { SourceRows } from "./SourceRows";
import { emptyContact } from "./values";
import { useOptions } from "./words";

/** Whom to ask: a function rather than a person. */
export function ContactPart() {
  const { t } = useLingui();
  const options = useOptions();
  return (
    <Part
      title={<Trans>Contact</Trans>}
      why={<Trans>An office rather than a person: it stays when people move on.</Trans>}
    >
      <Slot field="contacts">
        <Rows
          name="contacts"
          legend={(number) => t`Contact ${number}`}
          add={<Trans>Add a contact</Trans>}
          empty={() => emptyContact}
        >
          {(row) => (
            <>
              <LanguageText
                line
                name={`${row}.function`}
                label={t`Office or function`}
                hint={t`Such as the traffic office.`}
              />
              <div>
                <TextField name={`${row}.email`} type="email" label={t`Email`} maxLength={300} />
                <MyAddress name={`${row}.email`} />
              </div>
              <TextField
                name={`${row}.website`}
                type="url"
                label={t`Website, instead or besides`}
                maxLength={300}
              />
              <Select
                name={`${row}.audience`}
                label={t`Who may see it`}
                options={options("audience")}
              />
            </>
          )}
        </Rows>
      </Slot>
    </Part>
  );
}

function MyAddress({ name }: { name: string }) {
  const { setValue } = useFormContext();
  const email = useQuery(meQuery()).data?.data.email;
  if (!email) return null;
  return (
    <TextButton onClick={() => setValue(name, email)}>
      <Trans>Use mine: {email}</Trans>
    </TextButton>
  );
}

export function SourcePart() {
  return (
    <Part title={<Trans>Sources</Trans>} why={<Trans>Where others can read more.</Trans>}>
      <Slot field="sources">
        <SourceRows name="sources" />
      </Slot>
    </Part>
  );
}

/** What fewer projects have, and whether it is published by itself. */
export function MorePart() {
  const { t } = useLingui();
  return (
    <Part title={<Trans>More, where there is more</Trans>}>
      <Slot field="technology">
        <LanguageText rows={2} name="technology" label={t`Technology`} />
      </Slot>
      <details className="project-more">
        <summary>
          <Trans>Standards, data, participation, licence</Trans>
        </summary>
        <Slot field="open_standards">
          <TextArea
            rows={2}
            name="open_standards"
            label={t`Open standards`}
            hint={t`One to a line, such as MIM1.`}
          />
        </Slot>
        <Slot field="data_governance">
          <LanguageText rows={2} name="data_governance" label={t`How data are governed`} />
        </Slot>
        <Slot field="participation">
          <LanguageText rows={2} name="participation" label={t`How people take part`} />
        </Slot>
        <Slot field="licence">
          <TextField name="licence" label={t`Licence of what it made`} maxLength={300} />
        </Slot>
        <Slot field="repository">
          <TextField name="repository" type="url" label={t`Repository`} maxLength={300} />
        </Slot>
        <Slot field="website">
          <TextField name="website" type="url" label={t`Website`} maxLength={300} />
        </Slot>
        <Slot field="keywords">
          <Rows
            name="keywords"
            legend={(number) => t`Keyword ${number}`}
            add={<Trans>Add a keyword</Trans>}
            empty={() => ({})}
          >
            {(row) => <LanguageText line name={row} label={t`Keyword`} />}
          </Rows>
        </Slot>
      </details>
      <Slot field="publishes_itself">
        <CheckField name="publishes_itself">
          <Trans>Publish it as soon as a reviewer approves it</Trans>
        </CheckField>
      </Slot>
    </Part>
  );
}
