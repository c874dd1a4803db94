import type { ReactNode } from "react";
import { Icon } from "#app/ui/icon.tsx";
import styles from "./fold-toggle.module.css";

/** The class of a composer that shows, on narrow windows, nothing but its field and what sends it; none once it is open. */
export function foldedUnless(isOpen: boolean): string | undefined {
  return isOpen ? undefined : styles.folded;
}

export type FoldToggleProps = {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** The button's name, with what it shows. */
  readonly label: string;
  readonly children: ReactNode;
};

/** Unfolds everything else about what is being written. Only narrow windows have it: their keyboard takes half the screen. */
export function FoldToggle({ isOpen, onToggle, label, children }: FoldToggleProps) {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={isOpen}
      aria-label={label}
      // The keyboard of a phone must not go and come back.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onToggle(!isOpen)}
    >
      {children}
      <Icon name={isOpen ? "chevronUp" : "chevronDown"} size="s" />
    </button>
  );
}
