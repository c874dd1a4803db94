/** The language of a request, carried through everything that it awaits. */
import { AsyncLocalStorage } from "node:async_hooks";
import { german } from "#app/words/de/german.ts";
import type { Locale } from "#app/words/locale.ts";
import { addLanguage, speakAs } from "#app/words/localised.ts";

/** Makes the server speak the language of whoever asks; outside of a request, at start and in jobs, it is English. */
export function speakByRequest(): void {
  const spoken = new AsyncLocalStorage<Locale>();
  addLanguage("de", german);
  speakAs({
    current: () => spoken.getStore() ?? "en",
    within: (locale, work) => spoken.run(locale, work),
  });
}
