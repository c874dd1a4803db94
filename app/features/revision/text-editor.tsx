/** The article to write in: the heavy part, loaded after the page is there. */
import type { Node as ModelNode } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import "prosemirror-view/style/prosemirror.css";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { EditedPiece } from "#app/context/revisions.ts";
import { Icon } from "#app/ui/icon.tsx";
import { letterSign, type Tool, Toolbar } from "#app/ui/toolbar.tsx";
import { revisionWords } from "#app/words/revisions.ts";
import { togetherWords } from "#app/words/together.ts";
import styles from "./edit-page.module.css";
import { readText, writeText } from "./edited-text.ts";
import { activeAt, type CommandName, commands, hasWords, textPlugins } from "./text-commands.ts";
import { textSchema } from "./text-schema.ts";

const words = revisionWords.edit;

export type TextEditorProps = {
  /** Stored HTML of the revision. */
  readonly html: string;
  /** What was written and not published, as `onChange` gave it; "" for nothing. */
  readonly draft: string;
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  /** Told of each change: the document as text to be kept. */
  readonly onChange: (kept: string) => void;
  /** Hands over what gives the pieces as they are now; null for a text without words. */
  readonly onReady: (pieces: () => readonly EditedPiece[] | null) => void;
};

/** An editor on one revision; for another one it is made anew. */
export function TextEditor({ html, draft, language, dir, onChange, onReady }: TextEditorProps) {
  const mount = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const told = useRef({ onChange, onReady, draft });
  told.current = { ...told.current, onChange, onReady };

  useEffect(() => {
    if (mount.current === null) return;
    const made = new EditorView(mount.current, {
      state: EditorState.create({ doc: beginning(html, told.current.draft), plugins: textPlugins() }),
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": words.text, class: "article" },
      nodeViews: { kept: keptView },
      dispatchTransaction(this: EditorView, tr) {
        this.updateState(this.state.apply(tr));
        setState(this.state);
        if (tr.docChanged) told.current.onChange(JSON.stringify(this.state.doc.toJSON()));
      },
    });
    setView(made);
    setState(made.state);
    told.current.onReady(() => (hasWords(made.state.doc) ? writeText(made.state.doc) : null));
    return () => {
      setView(null);
      made.destroy();
    };
  }, [html]);

  return (
    <>
      {view !== null && state !== null ? (
        <Toolbar label={words.tools} groups={toolsOf(view, state)} sayKeys={togetherWords.toolbar.keys} />
      ) : null}
      <div ref={mount} className={styles.sheet} lang={language || undefined} dir={dir} />
    </>
  );
}

/** What was begun, where it can still be read; else the revision. */
function beginning(html: string, draft: string): ModelNode {
  try {
    if (draft !== "") {
      const doc = textSchema.nodeFromJSON(JSON.parse(draft));
      doc.check();
      return doc;
    }
  } catch {
    // Kept by another build, which shaped texts otherwise.
  }
  return readText(html);
}

/** A part that came with the text and is not edited here, as readers see it. */
function keptView(node: ModelNode) {
  const dom = document.createElement("div");
  dom.contentEditable = "false";
  dom.className = styles.kept ?? "";
  dom.title = words.kept;
  // As stored: this HTML went through the import's sanitiser.
  dom.innerHTML = String(node.attrs.html);
  return { dom, ignoreMutation: () => true };
}

function toolsOf(view: EditorView, state: EditorState): readonly (readonly Tool[])[] {
  const active = activeAt(state);
  const tool = (id: CommandName, sign: ReactNode, keys: string, isToggle = true): Tool => ({
    ...{ id, name: words[id], sign, keys },
    ...(isToggle ? { isOn: active.has(id) } : {}),
    isOff: !commands[id](state),
    press: () => {
      commands[id](view.state, view.dispatch, view);
      view.focus();
    },
  });
  return [
    [
      tool("paragraph", letterSign("¶"), "Mod+Alt+0"),
      tool("heading", letterSign("H1"), "Mod+Alt+1"),
      tool("subheading", letterSign("H2"), "Mod+Alt+2"),
    ],
    [tool("strong", <b>B</b>, "Mod+B"), tool("emphasis", <i>I</i>, "Mod+I")],
    [
      tool("list", <Icon name="list" />, "Shift+Mod+8"),
      tool("numbered", letterSign("1."), "Shift+Mod+7"),
      tool("quotation", letterSign("”"), "Shift+Mod+9"),
    ],
    [tool("undo", <Icon name="undo" />, "Mod+Z", false), tool("redo", <Icon name="retry" />, "Shift+Mod+Z", false)],
  ];
}
