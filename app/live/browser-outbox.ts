/** The outbox in a real browser: IndexedDB, fetch, locks and other tabs. */
import { ulid } from "ulid";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { MEMBER_HEADER } from "#app/rooms/address.ts";
import { localDatabase } from "./local-database.ts";
import { type EntryStore, Outbox } from "./outbox.ts";
import type { Answer, OutboxEntry } from "./outbox-entry.ts";
import { readAnswer } from "./read-answer.ts";

export type BrowserOutbox = {
  readonly outbox: Outbox;
  /** Tries at once, without waiting for the next turn. */
  readonly hurry: () => void;
  readonly close: () => void;
};

/** Milliseconds after which an unanswered request is given up and sent again; ids make that harmless. */
const PATIENCE = 20_000;

/** Opens the person's outbox and begins to send what an earlier page left. */
export function openBrowserOutbox(
  person: string,
  listeners: {
    readonly onChange: (entries: readonly OutboxEntry[]) => void;
    readonly onSignedOut: (signedOut: boolean) => void;
  },
): BrowserOutbox {
  const tabs = new BroadcastChannel(`glossa-outbox-${person}`);
  const wake = new EventTarget();
  let isOpen = true;
  const outbox = new Outbox({
    person,
    store: entryStore(person),
    send: (command) => send(person, command),
    alone: (work) => withLock(`glossa-outbox-${person}`, work),
    pause: (milliseconds) => pause(milliseconds, wake),
    clock: () => Date.now(),
    newId: () => ulid(),
    random: () => Math.random(),
    // A request that was under way when the page was left still comes back.
    announce: () => isOpen && tabs.postMessage("changed"),
    ...listeners,
  });
  const retry = () => {
    wake.dispatchEvent(new Event("wake"));
    void outbox.flush();
  };
  const whenSeen = () => document.visibilityState === "visible" && retry();
  tabs.onmessage = () => void outbox.refresh();
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", whenSeen);
  void outbox.refresh().then(() => outbox.flush());
  return {
    outbox,
    hurry: retry,
    close: () => {
      isOpen = false;
      tabs.close();
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", whenSeen);
    },
  };
}

/** Says whose command it is: another tab may have signed somebody else in, whose name must not stand on it. */
async function send(person: string, command: AnnotationCommand): Promise<Answer> {
  try {
    const response = await fetch(`/t/${command.document}/notes`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", [MEMBER_HEADER]: person },
      body: JSON.stringify(command),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body: unknown = await response.json().catch(() => null);
    return readAnswer({ status: response.status, retryAfter: response.headers.get("retry-after"), body });
  } catch {
    return { kind: "later", after: null };
  }
}

/** Without IndexedDB entries live as long as the page: still sent, but not across a reload. */
function entryStore(person: string): EntryStore {
  const memory = new Map<string, OutboxEntry>();
  return {
    async load() {
      const db = await localDatabase();
      if (db === null) return [...memory.values()];
      return db.getAllFromIndex("outbox", "person", person);
    },
    async put(entry) {
      const db = await localDatabase();
      if (db === null) memory.set(entry.id, entry);
      else await db.put("outbox", entry);
    },
    async remove(id) {
      const db = await localDatabase();
      if (db === null) memory.delete(id);
      else await db.delete("outbox", id);
    },
  };
}

/** Locks exist only in secure contexts; a classroom on plain http may send from two tabs, which the ids make harmless. */
async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) return work();
  await navigator.locks.request(name, work);
}

function pause(milliseconds: number, wake: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wake.addEventListener(
      "wake",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
