import { type DiffPart, wordDiff } from "#app/domain/diff/word-diff.ts";
import { discussionWords } from "#app/words/discussion.ts";
import styles from "./changed-words.module.css";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** Words as they are now, with what was added and removed since before; said aloud as well as coloured. */
export function ChangedWords({ before, after }: { readonly before: string; readonly after: string }) {
  return <ChangedParts parts={wordDiff(before, after)} />;
}

/** The same of words that were compared elsewhere. */
export function ChangedParts({ parts }: { readonly parts: readonly DiffPart[] }) {
  return (
    <>
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        <Part key={i} part={part} />
      ))}
    </>
  );
}

function Part({ part: { kind, text } }: { readonly part: DiffPart }) {
  if (kind === "same") return <>{text}</>;
  const said = <VisuallyHidden>{` (${discussionWords.history[kind]}: `}</VisuallyHidden>;
  const end = <VisuallyHidden>{") "}</VisuallyHidden>;
  const Mark = kind === "added" ? "ins" : "del";
  return (
    <Mark className={styles[kind]}>
      {said}
      {text}
      {end}
    </Mark>
  );
}
