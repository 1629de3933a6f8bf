import { Trans, useLingui } from "@lingui/react/macro";
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import { EditorContent, useEditor } from "@tiptap/react";
import { LeaveGuard } from "@/ui/LeaveGuard";
import { Skeleton } from "@/ui/States";
import { caret, hue } from "./caret";
import { form } from "./form";
import { LineState } from "./LineState";
import type { NoteLine, Writer } from "./line";
import { Toolbar } from "./Toolbar";
import { useLine } from "./useLine";
import "./note.scss";

type LiveNoteProps = { room: string; me: Writer; writable: boolean };

/** The note of a room, written by everybody in it at once. */
export function LiveNote({ room, me, writable }: LiveNoteProps) {
  const line = useLine(room);
  if (!line || line.standing === "opening") return <Skeleton rows={6} />;
  return <Editor line={line} me={me} writable={writable} />;
}

function Editor({ line, me, writable }: { line: NoteLine; me: Writer; writable: boolean }) {
  const { t } = useLingui();
  const isWritten = writable && (line.standing === "live" || line.standing === "away");
  const editor = useEditor(
    {
      // Styles of its own would be refused: ours are in a file.
      injectCSS: false,
      extensions: [
        ...form,
        Collaboration.configure({ document: line.doc }),
        CollaborationCaret.configure({
          provider: line,
          user: me,
          render: (user) => caret(user as Writer),
          selectionRender: (user) => ({ class: `note-selection ${hue((user as Writer).id)}` }),
        }),
      ],
      editorProps: {
        attributes: { role: "textbox", "aria-multiline": "true", "aria-label": t`Shared note` },
      },
    },
    [line],
  );
  if (editor && editor.isEditable !== isWritten) {
    // After this drawing, which it would begin anew.
    queueMicrotask(() => editor.isDestroyed || editor.setEditable(isWritten));
  }
  if (!editor) return null;
  return (
    <div className="note">
      <LineState standing={line.standing} writable={writable} />
      {isWritten ? <Toolbar editor={editor} /> : null}
      <EditorContent editor={editor} className="note-text" />
      <Here others={line.others()} />
      <LeaveGuard holds={() => line.unsent} />
    </div>
  );
}

/** Who has the note open now. */
function Here({ others }: { others: Writer[] }) {
  return (
    <div className="note-here small" role="status">
      {others.length === 0 ? (
        <span className="muted">
          <Trans>Nobody else has this note open.</Trans>
        </span>
      ) : (
        <>
          <span className="muted">
            <Trans>Writing here too:</Trans>
          </span>
          <ul>
            {others.map(({ id, name }) => (
              <li key={id} className={hue(id)}>
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
