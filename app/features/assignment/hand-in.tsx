import { Form, Link } from "@remix-run/react";
import type { OpenWork } from "#app/context/own-work.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { joined } from "#app/ui/joined.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNow, useSayTime } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { handInWords } from "#app/words/hand-in.ts";
import { sayLate } from "#app/words/say-late.ts";
import styles from "./assignment.module.css";

const words = assignmentWords.own;

export type HandInProps = {
  readonly work: OpenWork;
  /** Under which the next work is handed in: a second press of the same page is the same handing in. */
  readonly newId: string;
};

/** Handing in, behind a look at what is frozen by it, and what was handed in before. */
export function HandIn({ work, newId }: HandInProps) {
  const sayTime = useSayTime();
  const { bar, handIns, notes, mayHandIn } = work;
  const isOpen = bar === null && mayHandIn;
  return (
    <Section
      title={words.handIn}
      hint={isOpen ? (notes === 0 ? words.nothingYet : words.handInHint(notes)) : undefined}
    >
      {isOpen ? (
        // Closed again once something was handed in.
        <Disclosure
          key={handIns.length}
          look="button"
          icon="check"
          summary={handIns.length === 0 ? words.handIn : words.handInAgain}
        >
          <Confirmation work={work} newId={newId} />
        </Disclosure>
      ) : (
        <p>{sayBar(work, sayTime)}</p>
      )}
      {handIns.length === 0 ? null : (
        <>
          <h3>{words.lines}</h3>
          {handIns.length > 1 ? <p className={styles.hint}>{handInWords.newestCounts}</p> : null}
          <List>
            {handIns.map((one) => (
              <ListRow
                key={one.n}
                title={words.line(one.n, one.notes)}
                line={joined([
                  sayTime(one.at, "moment"),
                  one.by === "deadline" ? words.byDeadline : "",
                  one.late > 0 ? words.lateBy(sayLate(one.late)) : "",
                ])}
              />
            ))}
          </List>
        </>
      )}
    </Section>
  );
}

function sayBar({ bar, mayHandIn }: OpenWork, sayTime: ReturnType<typeof useSayTime>): string {
  if (!mayHandIn || bar === null) return words.archived;
  const when = sayTime(bar.at, "moment");
  return bar.kind === "closed" ? words.closed(when) : words.notOpen(when);
}

/** Which notes are taken, whether they count, and what is not done yet. */
function Confirmation({ work: { written, progress, times, late }, newId }: HandInProps) {
  const sayTime = useSayTime();
  const now = useNow();
  const isLate = times.dueAt !== null && now > times.dueAt + late.grace;
  const open = progress.of - progress.met;
  return (
    <Form method="post" className={styles.stack}>
      <input type="hidden" name="id" value={newId} />
      {written.length === 0 ? null : (
        <section aria-labelledby="taken" className={styles.stack}>
          <h3 id="taken">{handInWords.whatIsTaken}</h3>
          <List>
            {written.map(({ id, excerpt, words: count, counts }) => (
              <ListRow
                key={id}
                title={
                  <Link to={`/n/${id}`} reloadDocument dir="auto">
                    {excerpt === "" ? handInWords.mark : excerpt}
                  </Link>
                }
                line={`${handInWords.wordCount(count)}${progress.of === 0 ? "" : ` · ${counts ? handInWords.counts : handInWords.countsNot}`}`}
              />
            ))}
          </List>
        </section>
      )}
      {open > 0 ? <p>{handInWords.stillLacks(open)}</p> : null}
      {isLate && times.dueAt !== null ? <p>{handInWords.lateNow(sayTime(times.dueAt, "moment"))}</p> : null}
      <p>
        <SubmitButton intent="hand-in" icon="check">
          {written.length === 0 ? handInWords.nothing : handInWords.now(written.length)}
        </SubmitButton>
      </p>
    </Form>
  );
}
