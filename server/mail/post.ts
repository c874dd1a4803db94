/** Puts letters into the queue, in the transaction of their cause; `pump.ts` sends them. */
import type { MailText } from "#app/words/mail.ts";
import type { NewLetter } from "#db/repositories/letters.ts";
import type { Store } from "#db/store.ts";
import { renderLetter } from "./render.ts";

/** Whom a letter goes to; `id` is null for an address without an account. */
export type Receiver = { readonly id: string | null; readonly email: string };

/** What a letter says, ready to be sent, with the header lines that its kind asks for. */
export type Finished = Pick<NewLetter, "subject" | "text" | "html" | "headers" | "news" | "rootId">;

export type Post = ReturnType<typeof makePost>;

export type PostOptions = {
  /** The footer's address. */
  readonly origin: string;
  readonly newId: () => string;
  readonly clock: () => number;
  /** Runs `work` in the receiver's language. */
  readonly speakTo: <T>(to: Receiver | null, work: () => T) => T;
};

/** Header names that letters use, so that no value of a letter can choose one. */
const headerNames: ReadonlySet<string> = new Set([
  ...["Auto-Submitted", "In-Reply-To", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "References"],
]);

/** RFC 3834 §5: no holiday answer comes back to a letter that nobody wrote. */
const automatic = { "Auto-Submitted": "auto-generated" } as const;

/** Makes the verbs that write letters. */
export function makePost({ origin, newId, clock, speakTo }: PostOptions) {
  const put = async (store: Store, to: Receiver | null, letter: Finished): Promise<void> => {
    refuseBreaks(to?.email ?? "", letter);
    await store.letters.insert({
      ...letter,
      id: newId(),
      memberId: to?.id ?? null,
      address: to?.email ?? "",
      createdAt: clock(),
    });
    store.effect({ kind: "letters" });
  };

  return {
    /**
     * Takes a letter about an account; null is to nobody: it is written and never sent, so that the time it takes is the
     * same. Throws for a line break where a header would be, which no honest caller sends.
     */
    async write(store: Store, to: Receiver | null, words: () => MailText): Promise<void> {
      const letter = speakTo(to, () => {
        const said = words();
        return { subject: said.subject, ...renderLetter(said, origin) };
      });
      await put(store, to, { ...letter, headers: automatic, news: [], rootId: null });
    },

    /** Takes a letter about news, which brings its own bodies and headers. */
    async writeNews(store: Store, to: Receiver, letter: Finished): Promise<void> {
      await put(store, to, { ...letter, headers: { ...automatic, ...letter.headers } });
    },
  };
}

/** C5: an address, subject or header that could begin a line of its own is never stored, let alone sent. */
function refuseBreaks(address: string, { subject, headers }: Finished): void {
  if (/[\r\n\0]/.test(address + subject)) throw new Error("A mail header may not hold a line break.");
  for (const [name, value] of Object.entries(headers)) {
    if (!headerNames.has(name)) throw new Error(`Letters have no header ${name}.`);
    if (!/^[\x20-\x7e]*$/.test(value)) throw new Error(`The header ${name} may hold printable ASCII only.`);
  }
}
