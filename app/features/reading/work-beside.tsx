import { useEffect, useMemo, useState } from "react";
import type { OwnWork } from "#app/context/own-work.ts";
import { Checklist } from "#app/features/assignment/checklist.tsx";
import { WorkBadge } from "#app/features/assignment/work-badge.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { readingTimeWords } from "#app/words/reading-time.ts";
import { useReadingRoom } from "./reading-context.tsx";
import { useReadingTime } from "./use-reading-time.ts";
import styles from "./work-beside.module.css";

/** Milliseconds after an own note in which it is counted; several of them are counted once. */
const SOON = 600;

/** The reader's assignments in this text: what is asked ticks while they write. */
export function WorkBeside({ onGo }: { readonly onGo: (() => void) | undefined }) {
  const { page, notes, facts } = useReadingRoom();
  const [works, setWorks] = useState<readonly OwnWork[]>([]);
  const own = useMemo(
    () =>
      notes.threads
        .flatMap((thread) => [thread.root, ...thread.replies])
        .filter(({ seat, version }) => version > 0 && facts.isOwn(seat))
        .reduce((sum, { version }) => sum + version, 0),
    [notes.threads, facts],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: an own note that came or was changed is what asks again
  useEffect(() => {
    const timer = setTimeout(() => {
      void fetch(`/t/${page.document.id}/work`, { headers: { accept: "application/json" } })
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((answer: { works: readonly OwnWork[] } | null) => answer && setWorks(answer.works))
        // Without a connection what was counted last stays.
        .catch(() => undefined);
    }, SOON);
    return () => clearTimeout(timer);
  }, [page.document.id, own]);
  const isMeasured = works.some(({ readingTime }) => readingTime !== null);
  useReadingTime(page.document.id, isMeasured);
  return (
    <>
      {works.map((work) => (
        <section key={work.id} className={styles.work} aria-label={work.title}>
          <h2 className={styles.title}>
            <a href={`/assignments/${work.id}`} dir="auto">
              {work.title}
            </a>
          </h2>
          <p className={styles.line}>
            <WorkBadge state={work.state} />
          </p>
          {work.progress.of === 0 && work.prompts.length === 0 ? null : (
            <Disclosure summary={assignmentWords.own.met(work.progress.met, work.progress.of)} open>
              <Checklist work={work} here={page.document.id} onGo={onGo} />
            </Disclosure>
          )}
        </section>
      ))}
      {isMeasured ? <p className={styles.told}>{readingTimeWords.told}</p> : null}
    </>
  );
}
