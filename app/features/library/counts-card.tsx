import { useEffect, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Card, Row } from "#app/ui/page.tsx";
import { libraryWords } from "#app/words/library.ts";
import styles from "./counts-card.module.css";
import type { Counts } from "./preview-state.ts";

export type CountsCardProps = {
  readonly counts: Counts;
  /** How many pieces look like clutter. */
  readonly clutter: number;
  /** Keeps everything (`false`) or leaves out all that looks like clutter (`true`). */
  readonly onAll: (out: boolean) => void;
};

const words = libraryWords.preview;

/** What the text will have, following every choice; the two buttons need scripts and wait for them. */
export function CountsCard({ counts, clutter, onAll }: CountsCardProps) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const rows = [
    [words.counts.words, words.number(counts.words)],
    [words.counts.paragraphs, words.number(counts.paragraphs)],
    [words.counts.headings, words.number(counts.headings)],
    [words.counts.leftOut, words.lines(counts.leftOut)],
  ] as const;
  return (
    <Card>
      <dl className={styles.counts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>{clutter === 0 ? words.noClutter : words.clutterHint(clutter)}</p>
      {clutter > 0 && scripted ? (
        <Row>
          <Button onClick={() => onAll(false)}>{words.keepAll}</Button>
          <Button onClick={() => onAll(true)}>{words.leaveOutAll}</Button>
        </Row>
      ) : null}
    </Card>
  );
}
