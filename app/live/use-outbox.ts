import { useEffect, useState } from "react";
import type { BrowserOutbox } from "./browser-outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/** What a person's outbox holds, over all texts. `box` is null until it has been read. */
export type OutboxView = {
  readonly box: BrowserOutbox | null;
  /** What has not reached the server, oldest first. */
  readonly entries: readonly OutboxEntry[];
  readonly isSignedOut: boolean;
};

const nothing: OutboxView = { box: null, entries: [], isSignedOut: false };

/** Opens the outbox of a person for as long as the component stands, and sends what waits in it. */
export function useOutbox(person: string): OutboxView {
  const [view, setView] = useState(nothing);
  useEffect(() => {
    let isCurrent = true;
    let opened: BrowserOutbox | null = null;
    void import("./browser-outbox.ts").then(({ openBrowserOutbox }) => {
      if (!isCurrent) return;
      const box = openBrowserOutbox(person, {
        onChange: (all) => {
          const entries = all.filter(({ state }) => state.kind !== "answered");
          // It answers later than it is opened, so `opened` is there by then.
          if (isCurrent) setView((before) => ({ ...before, box: opened, entries }));
        },
        onSignedOut: (isSignedOut) => isCurrent && setView((before) => ({ ...before, isSignedOut })),
      });
      opened = box;
    });
    return () => {
      isCurrent = false;
      opened?.close();
      setView(nothing);
    };
  }, [person]);
  return view;
}
