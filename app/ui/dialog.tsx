import { type ReactNode, useEffect, useId, useRef } from "react";
import { siteWords } from "#app/words/site.ts";
import { IconButton } from "./button.tsx";
import styles from "./dialog.module.css";

export type DialogProps = {
  readonly open: boolean;
  /** Called on Esc, on the close button and on a press outside. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
};

/** A modal <dialog>: the browser keeps focus inside and gives it back afterwards. */
export function Dialog({ open, onClose, title, children, wide = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog already; the click is the press on the backdrop
    <dialog
      ref={ref}
      className={wide ? styles.wide : styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      {open ? (
        <div className={styles.inside}>
          <header className={styles.header}>
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="close" label={siteWords.close} onClick={onClose} />
          </header>
          {children}
        </div>
      ) : null}
    </dialog>
  );
}

/** The row of buttons at a dialog's end. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
