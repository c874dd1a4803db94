import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import styles from "./toolbar.module.css";
import { useAboveKeyboard } from "./use-above-keyboard.ts";

export type Tool = {
  readonly id: string;
  readonly name: string;
  /** Such as "Mod+B". */
  readonly keys?: string;
  readonly sign: ReactNode;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly press: () => void;
};

type ToolbarProps = {
  readonly label: string;
  readonly groups: readonly (readonly Tool[])[];
  /** A tool's name with its keys. */
  readonly sayKeys: (name: string, keys: string) => string;
};

/** A toolbar as WAI-ARIA APG describes it: one stop of Tab, arrows inside, Home and End. */
export function Toolbar({ label, groups, sayKeys }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useAboveKeyboard(bar);
  const [here, setHere] = useState(0);
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
      aria-label={label}
      aria-orientation="horizontal"
      className={styles.bar}
      onKeyDown={move}
    >
      {groups.map((tools) => (
        <span key={tools[0]?.id} className={styles.group}>
          {tools.map((tool) => {
            const place = all.indexOf(tool);
            return (
              <ToolButton key={tool.id} {...{ tool, sayKeys }} isStop={place === here} onFocus={() => setHere(place)} />
            );
          })}
        </span>
      ))}
    </div>
  );
}

type ToolButtonProps = Pick<ToolbarProps, "sayKeys"> & {
  readonly tool: Tool;
  readonly isStop: boolean;
  readonly onFocus: () => void;
};

function ToolButton({ tool, sayKeys, isStop, onFocus }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles.tool, tool.isOn && styles.on)}
      aria-label={tool.name}
      aria-pressed={tool.isOn}
      aria-disabled={tool.isOff}
      aria-keyshortcuts={tool.keys?.replaceAll("Mod", "Control")}
      title={tool.keys === undefined ? tool.name : sayKeys(tool.name, shown(tool.keys))}
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

/** A letter or two as a sign; the tool's name is what is read aloud. */
export function letterSign(sign: string): ReactNode {
  return <span aria-hidden="true">{sign}</span>;
}
