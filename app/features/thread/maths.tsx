import { type ReactElement, useEffect, useState } from "react";
import { discussionWords } from "#app/words/discussion.ts";
import styles from "./prose.module.css";

type Set = { readonly source: string; readonly formula: ReactElement | null };

/** A formula as MathML; until what sets it is here, and where TeX does not understand it, its source. */
export function Maths({ source, isBlock = false }: { readonly source: string; readonly isBlock?: boolean }) {
  const [set, setSet] = useState<Set | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void import("./set-maths.ts")
      .then(({ setMaths }) => isCurrent && setSet({ source, formula: setMaths(source, isBlock) }))
      // Offline: the source stays.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [source, isBlock]);
  const look = isBlock ? styles.formula : undefined;
  if (set?.source === source && set.formula !== null) return <span className={look}>{set.formula}</span>;
  const hasFailed = set?.source === source;
  return (
    <span className={look} title={hasFailed ? discussionWords.note.formulaSource : undefined}>
      <code className={hasFailed ? styles.failed : styles.unset}>{source}</code>
    </span>
  );
}
