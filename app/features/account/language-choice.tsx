import { Form, useLocation } from "@remix-run/react";
import { languageNames, locales } from "#app/words/locale.ts";
import { spokenLocale } from "#app/words/localised.ts";
import { settingsWords } from "#app/words/settings.ts";
import styles from "./language-choice.module.css";

/** Other languages for somebody who is not signed in: each a button in its own words, kept by a cookie. */
export function LanguageChoice() {
  const { pathname, search } = useLocation();
  const spoken = spokenLocale();
  return (
    <Form
      method="post"
      action="/language"
      reloadDocument
      className={styles.choice}
      aria-label={settingsWords.language.title}
    >
      <input type="hidden" name="to" value={`${pathname}${search}`} />
      {locales.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="language"
          value={locale}
          lang={locale}
          className={styles.language}
          aria-pressed={locale === spoken}
        >
          {languageNames[locale]}
        </button>
      ))}
    </Form>
  );
}
