/** Puts letters into the queue, in the transaction of their cause; `pump.ts` sends them. */
import type { ReaderSettings } from "#app/domain/member/member.ts";
import { languageOf } from "#app/domain/member/settings.ts";
import type { NewsLetter } from "#app/domain/news/letter.ts";
import { inLocale, spokenLocale } from "#app/words/localised.ts";
import type { MailText } from "#app/words/mail.ts";
import type { NewLetter } from "#db/repositories/letters.ts";
import type { Store } from "#db/store.ts";
import { newsHeaders } from "./news-headers.ts";
import { renderLetter } from "./render.ts";
import { renderNews } from "./render-news.ts";

/** Whom a letter goes to; `id` is null for an address without an account. */
export type Receiver = {
  readonly id: string | null;
  readonly email: string;
  /** For the language; without one the letter speaks that of the moment. */
  readonly settings?: Partial<ReaderSettings>;
};

export type Post = ReturnType<typeof makePost>;

export type PostOptions = {
  /** The site's address: links begin with it, and it names the lists. */
  readonly origin: string;
  readonly newId: () => string;
  readonly clock: () => number;
};

type Content = Pick<NewLetter, "subject" | "text" | "html" | "headers" | "news" | "rootId">;

/** RFC 3834 §5: no holiday answer comes back to a letter that nobody wrote. */
const automatic = { "Auto-Submitted": "auto-generated" } as const;

/** Makes the verbs that write letters. */
export function makePost({ origin, newId, clock }: PostOptions) {
  const put = async (store: Store, to: Receiver | null, content: Content): Promise<void> => {
    const address = to?.email ?? "";
    refuseBreaks([address, content.subject], content.headers);
    const letter = { id: newId(), memberId: to?.id ?? null, address, createdAt: clock() };
    await store.letters.insert({ ...content, ...letter });
    store.effect({ kind: "letters" });
  };

  return {
    /**
     * Takes a letter about an account; null is to nobody: it is written and never sent, so that the time it takes is the
     * same. Throws for a line break where a header would be, which no honest caller sends.
     */
    async write(store: Store, to: Receiver | null, words: () => MailText): Promise<void> {
      const content = inLocale(languageFor(to), () => {
        const said = words();
        return { subject: said.subject, ...renderLetter(said, origin) };
      });
      await put(store, to, { ...content, headers: automatic, news: [], rootId: null });
    },

    /** Takes a letter about news, with the headers by which mail programs sort it and let people leave. */
    async writeNews(store: Store, to: Receiver, letter: NewsLetter): Promise<void> {
      const content = inLocale(languageFor(to), () => renderNews(letter, origin));
      const rootId = letter.frequency === "at-once" ? (letter.notes[0]?.root ?? null) : null;
      const headers = { ...automatic, ...newsHeaders(letter, origin) };
      await put(store, to, { ...content, headers, news: letter.news, rootId });
    },
  };
}

function languageFor(to: Receiver | null) {
  return languageOf(to?.settings ?? {}, spokenLocale());
}

/** C5: what could begin a header line of its own is never stored, let alone sent. */
function refuseBreaks(words: readonly string[], headers: Readonly<Record<string, string>>): void {
  const isBroken = words.some((word) => /[\r\n\0]/.test(word));
  if (isBroken || Object.values(headers).some((value) => !/^[\x20-\x7e]*$/.test(value))) {
    throw new Error("A mail header may not hold a line break.");
  }
}
