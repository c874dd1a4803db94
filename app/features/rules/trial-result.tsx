import { Link } from "@remix-run/react";
import { Fragment } from "react";
import type { DryRun } from "#app/context/rules.ts";
import { rulesWords } from "#app/words/rules.ts";
import styles from "./rules-page.module.css";

const words = rulesWords.form;

/** What a rule would have met: how many notes, and some of them with the places marked. */
export function TrialResult({ trial }: { readonly trial: DryRun }) {
  const { notes, hits, byStaff, failed, samples } = trial;
  return (
    <>
      <p>{hits === 0 ? words.trialNone(notes) : words.trialHits(hits, notes)}</p>
      {byStaff > 0 ? <p className={styles.quiet}>{words.trialStaff(byStaff)}</p> : null}
      {failed > 0 ? <p className={styles.warning}>{words.trialFailed(failed)}</p> : null}
      <ul className={styles.samples}>
        {samples.map((sample) => (
          <li key={sample.note}>
            <Link to={`/n/${sample.note}`} className={styles.source}>
              {sample.title}
            </Link>
            <p dir="auto">
              <Marked excerpt={sample.excerpt} places={sample.places} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Marked({ excerpt, places }: Pick<DryRun["samples"][number], "excerpt" | "places">) {
  let at = 0;
  const parts = places.flatMap(({ start, end }) => {
    // Places of several words may lie over each other; what is marked once is marked.
    const from = Math.max(at, start);
    if (end <= from) return [];
    const part = { plain: excerpt.slice(at, from), marked: excerpt.slice(from, end), from };
    at = end;
    return [part];
  });
  return (
    <>
      {parts.map(({ plain, marked, from }) => (
        <Fragment key={from}>
          {plain}
          <mark>{marked}</mark>
        </Fragment>
      ))}
      {excerpt.slice(at)}
    </>
  );
}
