import type { ReadingPage } from "#app/context/reading.ts";
import { commonsAddress } from "#app/domain/document/licence.ts";
import { readingWords } from "#app/words/reading.ts";
import { sayLicence } from "#app/words/say-licence.ts";

/** What is known of a text, in one line below its title. */
export function TextFacts({ text }: { readonly text: ReadingPage["document"] }) {
  const { author, source, published, licence, rights } = text;
  const terms = commonsAddress(licence);
  return (
    <>
      {author === "" ? null : <>{readingWords.author(author)} · </>}
      {published === "" ? null : (
        <>
          <bdi>{published}</bdi> ·{" "}
        </>
      )}
      {readingWords.meta(text.words, readingWords.formats[text.format])}
      {/^https?:\/\//u.test(source) ? (
        <>
          {" · "}
          <a href={source} rel="noopener noreferrer">
            {new URL(source).hostname}
          </a>
        </>
      ) : null}
      {licence === "" ? null : " · "}
      {terms === null ? (
        sayLicence(licence)
      ) : (
        <a href={terms} rel="license noopener noreferrer">
          {sayLicence(licence)}
        </a>
      )}
      {rights === "" ? null : ` · ${rights}`}
    </>
  );
}
