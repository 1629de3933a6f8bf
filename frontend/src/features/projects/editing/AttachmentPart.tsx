import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, use } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { FileDrop } from "./FileDrop";
import { FileLine } from "./FileLine";
import { type FileOut, useFile } from "./files";
import { OFFERED } from "./LanguageChoice";
import { LanguageText, WritingContext } from "./LanguageText";
import { Part, Slot } from "./Part";
import { type AttachmentValue, attachmentValue, type Values } from "./values";

/** Pictures and documents, in the order in which the story shows them. */
export function AttachmentPart() {
  const { t } = useLingui();
  const { main } = use(WritingContext);
  const rows = useFieldArray<Values, "attachments", "rowKey">({
    name: "attachments",
    keyName: "rowKey",
  });
  const given = (useWatch<Values>({ name: "attachments" }) ?? []) as AttachmentValue[];

  function take(file: FileOut, { name }: File) {
    if (given.some((each) => each.file === file.id)) return;
    const end = name.lastIndexOf(".");
    const title = { [main]: end > 0 ? name.slice(0, end) : name };
    rows.append(attachmentValue(file.id, title), { shouldFocus: false });
  }

  return (
    <Part
      title={<Trans>Pictures and documents</Trans>}
      why={
        <Trans>
          Plans, contracts, tables and photos that the next city can use. Only what you may publish.
        </Trans>
      }
    >
      <Slot field="attachments">
        {rows.fields.map((row, place) => {
          const number = place + 1;
          const said = t`Attachment ${number}`;
          return (
            <fieldset key={row.rowKey} className="project-row">
              <legend className="small muted">{said}</legend>
              <Fields row={`attachments.${place}`} file={row.file} />
              <div className="file-acts">
                <Move
                  said={said}
                  to={place - 1}
                  of={rows.fields.length}
                  go={(to) => rows.move(place, to)}
                >
                  <Trans>Move up</Trans>
                </Move>
                <Move
                  said={said}
                  to={place + 1}
                  of={rows.fields.length}
                  go={(to) => rows.move(place, to)}
                >
                  <Trans>Move down</Trans>
                </Move>
                <TextButton onClick={() => rows.remove(place)}>
                  <Trans>Remove</Trans> <span className="vh">{said}</span>
                </TextButton>
              </div>
            </fieldset>
          );
        })}
        <FileDrop onTaken={take} />
      </Slot>
    </Part>
  );
}

type MoveProps = {
  said: string;
  to: number;
  of: number;
  go: (to: number) => void;
  children: ReactNode;
};

/** At either end of the list it does nothing but keep its place, and the focus. */
function Move({ said, to, of: count, go, children }: MoveProps) {
  const isThere = to >= 0 && to < count;
  if (count < 2) return null;
  return (
    <TextButton aria-disabled={!isThere} onClick={() => isThere && go(to)}>
      {children} <span className="vh">{said}</span>
    </TextButton>
  );
}

function Fields({ row, file: id }: { row: string; file: string }) {
  const { t } = useLingui();
  const reader = useLanguage();
  const file = useFile(id);
  const isPicture = Boolean(file?.thumbnail);
  const languages = OFFERED.map((value) => ({ value, label: languageName(value, reader) }));
  return (
    <>
      {file ? <FileLine file={file} /> : null}
      <LanguageText line name={`${row}.title`} label={t`Title`} />
      {isPicture ? (
        <LanguageText
          rows={2}
          name={`${row}.alt`}
          label={t`What does the picture show?`}
          hint={t`In a sentence, for those who do not see it. Needed to publish.`}
        />
      ) : null}
      <details className="project-more">
        <summary>
          <Trans>Who made it, and what others may do with it</Trans>
        </summary>
        <TextField name={`${row}.credit`} label={t`Made by`} maxLength={300} />
        <TextField
          name={`${row}.licence`}
          label={t`Licence`}
          hint={t`Such as CC BY 4.0.`}
          maxLength={300}
        />
        {isPicture ? null : (
          <Select
            name={`${row}.language`}
            label={t`Language of the document`}
            options={[{ value: "", label: t`Not stated` }, ...languages]}
          />
        )}
      </details>
    </>
  );
}
