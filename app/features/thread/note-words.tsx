import { Fragment } from "react";
import styles from "./note.module.css";
import { type WordPart, wordParts } from "./word-parts.ts";

/** The words of a note as they were written; addresses and ¶ numbers lead to what they name. */
export function NoteWords({ body, linked = true }: { readonly body: string; readonly linked?: boolean }) {
  return (
    <div className={styles.words} dir="auto">
      {wordParts(body).map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        <Part key={i} part={part} linked={linked} />
      ))}
    </div>
  );
}

function Part({ part: { kind, text }, linked }: { readonly part: WordPart; readonly linked: boolean }) {
  if (kind === "emphasis") return <em>{text}</em>;
  if (kind === "text" || !linked) return <Fragment>{text}</Fragment>;
  if (kind === "paragraph") {
    const number = text.slice(1).trim();
    return (
      <a href={`#${number}`} data-paragraph={number}>
        {text}
      </a>
    );
  }
  return (
    <a href={text} rel="noopener noreferrer nofollow ugc" target="_blank">
      {text}
    </a>
  );
}
