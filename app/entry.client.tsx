import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLocale } from "#app/words/locale.ts";
import { addLanguage, speakAs } from "#app/words/localised.ts";

void start();

/** Words first, then React: a page that was sent in German is never drawn in English in between. */
async function start(): Promise<void> {
  const { lang } = document.documentElement;
  if (lang === "de") addLanguage(lang, (await import("#app/words/de/german.ts")).german);
  const locale = isLocale(lang) ? lang : "en";
  speakAs({ current: () => locale, within: (_, work) => work() });
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}
