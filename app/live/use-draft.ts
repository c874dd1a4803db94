import { useCallback, useEffect, useRef, useState } from "react";
import { type DraftPlace, dropDraft, leaveDraft, loadDraft, saveDraft } from "./drafts.ts";

/** Milliseconds after which new words are kept, also of somebody who types without a rest; leaving keeps them at once. */
const SOON = 300;

/** The words of one composer and what keeps them. `choices` are kept beside the words. */
export type DraftField = {
  readonly body: string;
  readonly setBody: (body: string) => void;
  /** Forgets the draft and empties the field, because the words were posted or thrown away. */
  readonly clear: () => void;
  /** True once an earlier draft, if there was one, is back in the field. */
  readonly isLoaded: boolean;
  /** What was kept beside the words of that earlier draft; null where there was none. */
  readonly kept: unknown;
};

/** A text field that survives a reload, a crash and a lost session. `initial` is shown where nothing was begun. */
export function useDraft({ person, document: text, place }: DraftPlace, initial: string, choices: unknown): DraftField {
  const [body, setBody] = useState(initial);
  const [isLoaded, setLoaded] = useState(false);
  const [kept, setKept] = useState<unknown>(null);
  const latest = useRef({ body, choices, isTouched: false, isUnsaved: false });
  latest.current.choices = choices;

  useEffect(() => {
    let isCurrent = true;
    void loadDraft({ person, document: text, place }).then((draft) => {
      if (!isCurrent) return;
      if (draft !== null && !latest.current.isTouched) {
        latest.current.body = draft.body;
        setBody(draft.body);
        setKept(draft.choices);
      }
      setLoaded(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [person, text, place]);

  const keep = useCallback(
    (write: typeof saveDraft | typeof leaveDraft) => {
      if (!latest.current.isUnsaved) return;
      latest.current.isUnsaved = false;
      void write({ person, document: text, place }, latest.current, Date.now());
    },
    [person, text, place],
  );

  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    const leave = () => keep(leaveDraft);
    const whenHidden = () => document.visibilityState === "hidden" && leave();
    document.addEventListener("visibilitychange", whenHidden);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", whenHidden);
      window.removeEventListener("pagehide", leave);
      clearTimeout(timer.current);
      timer.current = undefined;
      keep(saveDraft);
    };
  }, [keep]);

  const soon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      keep(saveDraft);
    }, SOON);
  }, [keep]);

  // A choice alone is no draft, and what was restored is no change.
  const chosen = JSON.stringify(choices);
  const known = useRef(chosen);
  useEffect(() => {
    if (known.current === chosen) return;
    known.current = chosen;
    if (latest.current.body.trim() === "") return;
    latest.current.isUnsaved = true;
    soon();
  }, [chosen, soon]);

  return {
    body,
    isLoaded,
    kept,
    setBody: (next) => {
      Object.assign(latest.current, { body: next, isTouched: true, isUnsaved: true });
      setBody(next);
      soon();
    },
    clear: () => {
      Object.assign(latest.current, { body: "", isUnsaved: false });
      setBody("");
      void dropDraft({ person, document: text, place });
    },
  };
}
