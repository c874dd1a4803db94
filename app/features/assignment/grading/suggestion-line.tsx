import type { Desk } from "#app/context/grading.ts";
import { Button } from "#app/ui/button.tsx";
import { joined } from "#app/ui/joined.ts";
import { boardWords } from "#app/words/board.ts";
import { sayPoints } from "#app/words/say-grade.ts";
import styles from "./desk.module.css";

const words = boardWords.desk;

export type SuggestionLineProps = {
  readonly desk: Desk;
  readonly suggestion: Desk["suggestion"];
  readonly onTake: () => void;
};

/** What is suggested, by what, and what lateness takes off. */
export function SuggestionLine({ desk, suggestion, onTake }: SuggestionLineProps) {
  const { rules, share, assignment } = desk;
  const { points, from, penalty } = suggestion;
  if (points === null) return <p className={styles.facts}>{words.nothingSuggested}</p>;
  const met = rules.filter(({ isMet }) => isMet).length;
  const why = [
    from === "rubric" ? words.fromRubric : words.fromRules(met, rules.length),
    penalty > 0 ? words.penalty(penalty, Math.round(share * 100)) : "",
  ];
  return (
    <div className={styles.suggestion}>
      <p>
        {words.suggested}: <strong>{sayPoints(points, assignment.scheme)}</strong>{" "}
        <span className={styles.facts}>{joined(why)}</span>
      </p>
      <Button size="s" onClick={onTake} aria-keyshortcuts="t" className={styles.scripted}>
        {words.take}
      </Button>
    </div>
  );
}
