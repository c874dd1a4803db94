import { useEffect, useState } from "react";
import type { Standing } from "#app/context/moderation.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { reportingWords } from "#app/words/reporting.ts";

const words = reportingWords.standing;

type OwnStandingProps = {
  readonly note: string;
  /** What is read anew when it changes. */
  readonly version: number;
  readonly status: "held" | "hidden" | "removed" | "spam";
};

/** What its author is told about a note that readers do not see: what, why, in which words, and what can be done. */
export function OwnStanding({ note, version, status }: OwnStandingProps) {
  const [standing, setStanding] = useState<Standing | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version may have been decided about anew
  useEffect(() => {
    let isCurrent = true;
    fetch(`/n/${note}/standing`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ standing: Standing | null }>) : { standing: null }))
      .then((told) => isCurrent && setStanding(told.standing))
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [note, version]);
  return <StandingWords status={status} standing={standing} />;
}

/** The same in sentences, from what is known. */
export function StandingWords({
  status,
  standing,
}: {
  readonly status: OwnStandingProps["status"];
  readonly standing: Standing | null;
}) {
  const verb = standing?.verb;
  const what = verb === "note.revise" ? words.revise : verb === "note.resubmit" ? words.resent : words[status];
  return (
    <>
      <p>{what}</p>
      {standing?.reason == null ? null : <p>{words.reason(moderationWords.reasons[standing.reason])}</p>}
      {standing === null || standing.toAuthor === "" ? null : <p>{words.said(standing.toAuthor)}</p>}
      {standing?.mayMend ? (
        <p>
          {words.mend} {standing.triesLeft === null ? "" : words.tries(standing.triesLeft)}
        </p>
      ) : null}
      {standing !== null && !standing.mayMend && status !== "held" ? <p>{words.final}</p> : null}
    </>
  );
}
