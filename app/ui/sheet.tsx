import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { siteWords } from "#app/words/site.ts";
import { IconButton } from "./button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./sheet.module.css";
import { useAboveKeyboard } from "./use-above-keyboard.ts";

/** CSS pixels that the handle must travel before the sheet grows, shrinks or closes. */
const DRAG = 48;

export type SheetProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The sheet's accessible name. */
  readonly label: string;
  /** Stands beside the close button, for instance "‹ previous · note 7 of 48 · next ›". */
  readonly header?: ReactNode;
  readonly children: ReactNode;
};

/**
 * A sheet from below over a page that stays readable and scrollable. Dragging the handle up makes it tall, down makes it
 * low and then closes it; the handle is a button and there is a close button, for those who cannot drag.
 */
export function Sheet({ open, onClose, label, header, children }: SheetProps) {
  const [tall, setTall] = useState(false);
  const drag = useDrag({ onUp: () => setTall(true), onDown: () => (tall ? setTall(false) : onClose()) });
  useEffect(() => {
    if (!open) setTall(false);
  }, [open]);
  const ref = useRef<HTMLElement>(null);
  useAboveKeyboard(ref, open);
  if (!open) return null;
  return (
    <section
      ref={ref}
      className={classNames(styles.sheet, tall && styles.tall)}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <button
        type="button"
        className={styles.handle}
        aria-label={tall ? siteWords.sheet.lower : siteWords.sheet.raise}
        aria-expanded={tall}
        {...drag.handlers}
        onClick={(event) => {
          // A drag ends with a click of its own; only a press without a drag comes from a finger or a key.
          if (!drag.wasDragged()) setTall(!tall);
          event.stopPropagation();
        }}
      />
      <div className={styles.bar}>
        <div className={styles.header}>{header}</div>
        <IconButton icon="close" label={siteWords.close} onClick={onClose} />
      </div>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

function useDrag({ onUp, onDown }: { onUp: () => void; onDown: () => void }) {
  const start = useRef<number | null>(null);
  const dragged = useRef(false);
  return {
    wasDragged: () => dragged.current,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        start.current = event.clientY;
        dragged.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const way = start.current === null ? 0 : event.clientY - start.current;
        start.current = null;
        dragged.current = Math.abs(way) > DRAG;
        if (way < -DRAG) onUp();
        else if (way > DRAG) onDown();
      },
      onPointerCancel: () => {
        start.current = null;
      },
    },
  };
}
