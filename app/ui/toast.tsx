import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { siteWords } from "#app/words/site.ts";
import { Button, IconButton } from "./button.tsx";
import styles from "./toast.module.css";

/** Milliseconds that a toast stays; one with an action stays longer, since it must be read, found and pressed. */
const STAYS = 5_000;
const STAYS_WITH_ACTION = 10_000;

export type Toast = {
  readonly sentence: string;
  readonly action?: { readonly label: string; readonly onSelect: () => void };
};

type Shown = Toast & { readonly id: number };

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Shows a sentence at the foot of the window, spoken politely; the newest three stay. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/** Holds the toasts of everything inside it. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const count = useRef(0);
  const show = useCallback((toast: Toast) => {
    count.current += 1;
    const shown = { ...toast, id: count.current };
    setToasts((before) => [...before.slice(-2), shown]);
  }, []);
  const drop = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), []);
  const region = useMemo(
    () => toasts.map((toast) => <ToastCard key={toast.id} toast={toast} onDone={drop} />),
    [toasts, drop],
  );
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className={styles.region} role="status" aria-live="polite" aria-atomic="false">
        {region}
      </div>
    </ToastContext.Provider>
  );
}

function ToastCard({ toast, onDone }: { readonly toast: Shown; readonly onDone: (id: number) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDone(toast.id), toast.action ? STAYS_WITH_ACTION : STAYS);
    return () => clearTimeout(timer);
  }, [held, toast, onDone]);
  const action = toast.action;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only holds the timer
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.sentence}</span>
      {action ? (
        <Button
          size="s"
          onClick={() => {
            action.onSelect();
            onDone(toast.id);
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton size="s" icon="close" label={siteWords.close} onClick={() => onDone(toast.id)} />
    </div>
  );
}
