import { Link } from "@remix-run/react";
import type { Desk } from "#app/context/grading.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import { sayPoints } from "#app/words/say-grade.ts";
import styles from "./desk.module.css";

const words = boardWords.desk;

/** What others gave, where there are two markers, and the way to the last word. */
export function OtherMarks({ desk }: { readonly desk: Desk }) {
  const { assignment, marks, own, isSettled } = desk;
  if (!assignment.hasSecondMarker) return null;
  return (
    <section className={styles.part}>
      {marks.map(({ marking, marker, points, comment, isExcused }) => (
        <div key={marking}>
          <h2>{marking === "final" ? words.lastWord : words.own[marking]}</h2>
          <p dir="auto">
            <strong>{isExcused ? assignmentWords.work.excused : sayPoints(points, assignment.scheme)}</strong>{" "}
            <span className={styles.facts}>{words.by(marker)}</span>
          </p>
          {comment === "" ? null : (
            <p className={styles.plain} dir="auto">
              {comment}
            </p>
          )}
        </div>
      ))}
      {own.marking === "final" ? (
        <p className={styles.facts}>{words.lastWordHint}</p>
      ) : isSettled ? (
        <Link to="?as=final">{words.lastWord}</Link>
      ) : (
        <p className={styles.facts}>{words.waitsForOther}</p>
      )}
    </section>
  );
}
