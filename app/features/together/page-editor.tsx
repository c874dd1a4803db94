/** The page to write on: the heavy part, loaded after the page is there to be read. */
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import "prosemirror-view/style/prosemirror.css";
import { useEffect, useRef, useState } from "react";
import type { CitedThread } from "#app/context/together.ts";
import type { OpenPage } from "#app/live/page-client.ts";
import { pageSchema } from "#app/rooms/page-schema.ts";
import { togetherWords as words } from "#app/words/together.ts";
import { citedThreadsOf } from "./cited-titles.ts";
import type { Who } from "./cursors.ts";
import { editorPlugins } from "./editor-plugins.ts";
import { nodeViews } from "./node-views.ts";
import { type Question, Questions } from "./questions.tsx";
import styles from "./together-page.module.css";
import { PageToolbar } from "./toolbar.tsx";

/** The size of a page that is one empty paragraph. */
const EMPTY = 2;

export type PageEditorProps = {
  readonly open: OpenPage;
  readonly text: string;
  /** What the page cited when it was opened. */
  readonly cited: readonly CitedThread[];
  readonly origin: string;
  readonly mayWrite: boolean;
  readonly who: Who;
  readonly className: string;
};

/** An editor on one document; for another document it is made anew. */
export function PageEditor({ open, text, cited, origin, mayWrite, who, className }: PageEditorProps) {
  const mount = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const whoNow = useRef(who);
  whoNow.current = who;

  useEffect(() => {
    if (mount.current === null) return;
    const plugins = editorPlugins({
      open,
      origin,
      who: (seat) => whoNow.current(seat),
      somebody: words.people.somebody,
      askForLink: () => setQuestion("link"),
    });
    const made = new EditorView(mount.current, {
      state: EditorState.create({ schema: pageSchema, plugins: [...plugins] }),
      editable: () => mayWrite,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": words.editor,
        "aria-readonly": String(!mayWrite),
        class: className,
      },
      nodeViews: nodeViews(text, citedThreadsOf(text, cited)),
      // y-prosemirror dispatches while the view is still being made, so it is not `made` that is asked.
      dispatchTransaction(this: EditorView, tr) {
        this.updateState(this.state.apply(tr));
        setState(this.state);
      },
    });
    setView(made);
    setState(made.state);
    return () => {
      setView(null);
      made.destroy();
    };
  }, [open, text, cited, origin, mayWrite, className]);

  const isEmpty = state !== null && state.doc.content.size <= EMPTY;
  return (
    <>
      {mayWrite && view !== null && state !== null ? (
        <PageToolbar view={view} state={state} onAsk={setQuestion} />
      ) : null}
      <div ref={mount} className={styles.writing} data-empty={isEmpty ? words.placeholder : undefined} />
      {view === null ? null : (
        <Questions question={question} view={view} text={text} origin={origin} onClose={() => setQuestion(null)} />
      )}
    </>
  );
}
