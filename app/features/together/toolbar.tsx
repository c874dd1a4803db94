import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { ReactNode } from "react";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { letterSign, type Tool, Toolbar } from "#app/ui/toolbar.tsx";
import { togetherWords } from "#app/words/together.ts";
import { activeAt, type CommandName, commandOf, linkAt } from "./editor-commands.ts";
import type { Question } from "./questions.tsx";

const words = togetherWords.toolbar;

type PageToolbarProps = {
  readonly view: EditorView;
  readonly state: EditorState;
  readonly onAsk: (question: Question) => void;
};

/** What can be done to the page at the cursor. */
export function PageToolbar(props: PageToolbarProps) {
  return <Toolbar label={words.label} groups={toolsOf(props)} sayKeys={words.keys} />;
}

function toolsOf({ view, state, onAsk }: PageToolbarProps): readonly (readonly Tool[])[] {
  const active = activeAt(state);
  const command = (name: CommandName, label: string, sign: ReactNode, keys: string): Tool => ({
    ...{ id: name, name: label, sign, keys },
    isOn: active.has(name),
    isOff: !commandOf(name)(state),
    press: () => {
      commandOf(name)(view.state, view.dispatch, view);
      view.focus();
    },
  });
  const step = (name: "undo" | "redo", label: string, sign: ReactNode, keys: string): Tool => {
    const { isOn: _, ...tool } = command(name, label, sign, keys);
    return tool;
  };
  const ask = (question: Question, label: string, sign: ReactNode, keys?: string): Tool => ({
    ...{ id: question, name: label, sign, press: () => onAsk(question) },
    ...(keys === undefined ? {} : { keys }),
  });
  return [
    [
      command("paragraph", words.paragraph, letterSign("¶"), "Mod+Alt+0"),
      command("heading1", words.heading(1), letterSign("H1"), "Mod+Alt+1"),
      command("heading2", words.heading(2), letterSign("H2"), "Mod+Alt+2"),
      command("heading3", words.heading(3), letterSign("H3"), "Mod+Alt+3"),
    ],
    [
      command("strong", words.strong, <b>B</b>, "Mod+B"),
      command("em", words.em, <i>I</i>, "Mod+I"),
      { ...ask("link", words.link, icon("link"), "Mod+K"), isOn: linkAt(state) !== "" },
    ],
    [
      command("bullets", words.bullets, icon("list"), "Shift+Mod+8"),
      command("numbers", words.numbers, letterSign("1."), "Shift+Mod+7"),
      command("quote", words.quote, letterSign("”"), "Shift+Mod+9"),
    ],
    [ask("passage", words.passage, icon("highlight")), ask("thread", words.thread, icon("comment"))],
    [step("undo", words.undo, icon("undo"), "Mod+Z"), step("redo", words.redo, icon("retry"), "Shift+Mod+Z")],
  ];
}

function icon(name: IconName): ReactNode {
  return <Icon name={name} />;
}
