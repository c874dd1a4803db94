import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names.ts";
import styles from "./disclosure.module.css";
import { Icon, type IconName } from "./icon.tsx";

export type DisclosureProps = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** `inline` unfolds in the page, `button` looks like a button, `panel` floats below a small sign. */
  readonly look?: "inline" | "button" | "panel";
  readonly icon?: IconName;
  readonly open?: boolean;
};

/** Something behind a press that works without scripts: a <details>. A `panel` closes on Esc and on a press outside. */
export function Disclosure({ summary, children, look = "inline", icon, open = false }: DisclosureProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => (look === "panel" ? closeFromOutside(ref.current) : undefined), [look]);
  return (
    <details ref={ref} className={classNames(styles.details, styles[look])} open={open}>
      <summary>
        <Icon name={icon ?? "chevronRight"} size={icon ? "m" : "s"} />
        <span className={look === "panel" ? styles.hiddenWords : undefined}>{summary}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}

function closeFromOutside(details: HTMLDetailsElement | null): (() => void) | undefined {
  if (details === null) return undefined;
  const press = (event: Event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  };
  document.addEventListener("pointerdown", press);
  details.addEventListener("keydown", leave);
  return () => {
    document.removeEventListener("pointerdown", press);
    details.removeEventListener("keydown", leave);
  };
}
