import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { classNames } from "#app/ui/class-names.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { useAboveKeyboard } from "#app/ui/use-above-keyboard.ts";
import { togetherWords } from "#app/words/together.ts";
import { activeAt, type CommandName, commandOf, linkAt } from "./editor-commands.ts";
import type { Question } from "./questions.tsx";
import styles from "./toolbar.module.css";

const words = togetherWords.toolbar;

type Tool = {
  readonly id: string;
  readonly name: string;
  readonly keys?: string;
  readonly sign: ReactNode;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly press: () => void;
};

type ToolbarProps = {
  readonly view: EditorView;
  readonly state: EditorState;
  readonly onAsk: (question: Question) => void;
};

/** A toolbar as WAI-ARIA APG describes it: one stop of Tab, arrows inside, Home and End. */
export function Toolbar(props: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useAboveKeyboard(bar);
  const [here, setHere] = useState(0);
  const groups = toolsOf(props);
  const all = groups.flat();
  const move = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, here, all.length, getComputedStyle(event.currentTarget).direction === "rtl");
    if (next === null) return;
    event.preventDefault();
    setHere(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.label}
      aria-orientation="horizontal"
      className={styles.bar}
      onKeyDown={move}
    >
      {groups.map((tools) => (
        <span key={tools[0]?.id} className={styles.group}>
          {tools.map((tool) => {
            const place = all.indexOf(tool);
            return <ToolButton key={tool.id} tool={tool} isStop={place === here} onFocus={() => setHere(place)} />;
          })}
        </span>
      ))}
    </div>
  );
}

function ToolButton(props: { readonly tool: Tool; readonly isStop: boolean; readonly onFocus: () => void }) {
  const { tool, isStop, onFocus } = props;
  return (
    <button
      type="button"
      className={classNames(styles.tool, tool.isOn && styles.on)}
      aria-label={tool.name}
      aria-pressed={tool.isOn}
      aria-disabled={tool.isOff}
      aria-keyshortcuts={tool.keys?.replaceAll("Mod", "Control")}
      title={tool.keys === undefined ? tool.name : words.keys(tool.name, shown(tool.keys))}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      // The words stay selected when the bar is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => tool.isOff || tool.press()}
    >
      {tool.sign}
    </button>
  );
}

function toolsOf({ view, state, onAsk }: ToolbarProps): readonly (readonly Tool[])[] {
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
      command("paragraph", words.paragraph, letter("¶"), "Mod+Alt+0"),
      command("heading1", words.heading(1), letter("H1"), "Mod+Alt+1"),
      command("heading2", words.heading(2), letter("H2"), "Mod+Alt+2"),
      command("heading3", words.heading(3), letter("H3"), "Mod+Alt+3"),
    ],
    [
      command("strong", words.strong, <b>B</b>, "Mod+B"),
      command("em", words.em, <i>I</i>, "Mod+I"),
      { ...ask("link", words.link, icon("link"), "Mod+K"), isOn: linkAt(state) !== "" },
    ],
    [
      command("bullets", words.bullets, icon("list"), "Shift+Mod+8"),
      command("numbers", words.numbers, letter("1."), "Shift+Mod+7"),
      command("quote", words.quote, letter("”"), "Shift+Mod+9"),
    ],
    [ask("passage", words.passage, icon("highlight")), ask("thread", words.thread, icon("comment"))],
    [step("undo", words.undo, icon("undo"), "Mod+Z"), step("redo", words.redo, icon("retry"), "Shift+Mod+Z")],
  ];
}

function nextPlace(key: string, here: number, count: number, isRtl: boolean): number | null {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === (isRtl ? "ArrowLeft" : "ArrowRight")) return (here + 1) % count;
  return key === (isRtl ? "ArrowRight" : "ArrowLeft") ? (here + count - 1) % count : null;
}

function shown(keys: string): string {
  const isMac = /mac|iphone|ipad/iu.test(navigator.platform);
  return keys.replace("Mod", isMac ? "⌘" : "Ctrl");
}

function letter(sign: string): ReactNode {
  return <span aria-hidden="true">{sign}</span>;
}

function icon(name: IconName): ReactNode {
  return <Icon name={name} />;
}
