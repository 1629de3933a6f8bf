import { Trans, useLingui } from "@lingui/react/macro";
import { type Editor, useEditorState } from "@tiptap/react";
import type { ReactNode } from "react";

/** The little that a note needs: a heading, a list, bold. */
export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useLingui();
  const is = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      heading: at.isActive("heading"),
      list: at.isActive("bulletList"),
      bold: at.isActive("bold"),
    }),
  });
  const act = () => editor.chain().focus();
  return (
    <div className="note-tools" role="toolbar" aria-label={t`Form of the text`}>
      <Tool is={is.heading} do={() => act().toggleNode("heading", "paragraph").run()}>
        <Trans>Heading</Trans>
      </Tool>
      <Tool is={is.list} do={() => act().toggleList("bulletList", "listItem").run()}>
        <Trans>List</Trans>
      </Tool>
      <Tool is={is.bold} do={() => act().toggleMark("bold").run()}>
        <Trans>Bold</Trans>
      </Tool>
    </div>
  );
}

function Tool({ is, do: act, children }: { is: boolean; do: () => void; children: ReactNode }) {
  return (
    <button type="button" className="note-tool" aria-pressed={is} onClick={act}>
      {children}
    </button>
  );
}
