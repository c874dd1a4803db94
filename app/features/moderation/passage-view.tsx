import type { QueueDocument } from "#app/context/queue.ts";
import type { Passage } from "#app/context/queue-card.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import styles from "./passage-view.module.css";

const words = moderatingWords.card;

/** UTF-16 code units of the paragraph that stand before and after the anchor. */
const AROUND = 180;

type PassageProps = { readonly passage: Passage; readonly document: QueueDocument };

/** The anchored words in their paragraph, and behind a press two paragraphs before and after. */
export function PassageView({ passage, document }: PassageProps) {
  const here = passage.blocks.filter((block) => overlaps(block, passage));
  return (
    <div lang={document.language} dir={document.dir}>
      <blockquote className={styles.passage}>
        {here.map((block) => (
          <p key={block.n}>
            <Marked block={block} passage={passage} isShort />
          </p>
        ))}
      </blockquote>
      {passage.blocks.length > here.length ? (
        <Disclosure summary={words.around}>
          <div className={styles.around}>
            {passage.blocks.map((block) => (
              <p key={block.n}>
                {block.number === null ? null : <span className={styles.number}>¶{block.number}</span>}
                <Marked block={block} passage={passage} />
              </p>
            ))}
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

type Block = Passage["blocks"][number];

/** Citable number of the paragraph in which the anchor begins; null in headings and such. */
export function numberOfPassage(passage: Passage | null): number | null {
  return passage?.blocks.find((block) => overlaps(block, passage))?.number ?? null;
}

function overlaps({ start, end }: Block, { anchor }: Passage): boolean {
  return start < anchor.end && end > anchor.start;
}

function Marked({ block, passage, isShort = false }: { block: Block; passage: Passage; isShort?: boolean }) {
  if (!overlaps(block, passage)) return <>{block.text}</>;
  const from = Math.max(0, passage.anchor.start - block.start);
  const to = Math.min(block.text.length, passage.anchor.end - block.start);
  const before = block.text.slice(0, from);
  const after = block.text.slice(to);
  return (
    <>
      {isShort ? lastOf(before) : before}
      <mark className={styles.anchor}>{block.text.slice(from, to)}</mark>
      {isShort ? firstOf(after) : after}
    </>
  );
}

/** Cut between words. */
function lastOf(text: string): string {
  return text.length <= AROUND ? text : `…${text.slice(-AROUND).replace(/^\S*/u, "")}`;
}

function firstOf(text: string): string {
  return text.length <= AROUND ? text : `${text.slice(0, AROUND).replace(/\S*$/u, "")}…`;
}
