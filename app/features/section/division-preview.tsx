import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { DivisionPreview } from "#app/context/sections.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { sectionWords as words } from "#app/words/sections.ts";
import styles from "./sections.module.css";

export type DivisionPreviewProps = {
  readonly preview: DivisionPreview;
  readonly version: number;
  /** Of the drawing, so that another one can be asked for; null for a division that was not drawn. */
  readonly seed: number | null;
  readonly size: number | null;
};

/** What a division would change, with the button that makes it so. */
export function DivisionPreviewPart({ preview, version, seed, size }: DivisionPreviewProps) {
  const ref = useRef<HTMLElement>(null);
  // It stands above the form that asked for it.
  useEffect(() => ref.current?.focus(), []);
  const aim = Math.max(2, ...preview.division.map(({ members }) => members.length));
  return (
    <section ref={ref} className={styles.preview} tabIndex={-1} aria-labelledby="division-preview">
      <h2 id="division-preview">{words.preview}</h2>
      <ul className={styles.cards}>
        {preview.division.map(({ id, name, members }) => (
          <li key={id ?? name}>
            <strong dir="auto">{name}</strong> <span className={styles.facts}>{words.people(members.length)}</span>
          </li>
        ))}
      </ul>
      <p>{preview.moves.length === 0 ? words.nothingMoves : words.moves(preview.moves.length)}</p>
      <ul className={styles.moves}>
        {preview.moves.map(({ member, from, to }) => (
          <li key={member.id}>{sayMove(member.name, from, to)}</li>
        ))}
      </ul>
      <p className={styles.warning}>{[words.again(preview.again), words.threads(preview.threads)].join(" ").trim()}</p>
      {preview.unread.length === 0 ? null : (
        <div>
          <h3>{words.unread}</h3>
          <ul className={styles.moves}>
            {preview.unread.map(({ line, why }) => (
              <li key={line}>
                {words.line(line)}: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.row}>
        <Form method="post">
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="division" value={JSON.stringify(preview.division)} />
          <SubmitButton intent="apply">{words.apply}</SubmitButton>
        </Form>
        {seed === null ? null : (
          <Form method="post">
            <input type="hidden" name="size" value={size ?? aim} />
            <input type="hidden" name="seed" value={seed + 1} />
            <SubmitButton intent="propose" kind="plain">
              {words.reshuffle}
            </SubmitButton>
          </Form>
        )}
        <ButtonLink to="." kind="quiet">
          {words.discard}
        </ButtonLink>
      </div>
    </section>
  );
}

function sayMove(name: string, from: string | null, to: string | null): string {
  if (to === null) return words.leaves(name, from ?? "");
  return from === null ? words.comesTo(name, to) : words.movesTo(name, from, to);
}
