import { Trans } from "@lingui/react/macro";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { FileLine } from "./FileLine";
import { useFile } from "./files";
import type { Story } from "./queries";
import { Languages } from "./Shown";

/** A picture or document, with the file where it is still there. */
export function ShownAttachment({ of: each }: { of: Story["attachments"][number] }) {
  const reader = useLanguage();
  const file = useFile(each.file);
  const { credit, licence, language } = each;
  const said = [credit, licence, language && languageName(language, reader)].filter(Boolean);
  return (
    <>
      <Languages of={each.title} />
      {each.alt ? (
        <span className="shown-text">
          <b>
            <Trans>In words:</Trans>
          </b>{" "}
          <Languages of={each.alt} />
        </span>
      ) : null}
      {said.length > 0 ? <span className="shown-text muted">{said.join(", ")}</span> : null}
      {file ? <FileLine file={file} /> : null}
    </>
  );
}
