import { useMemo } from "react";
import { classNames } from "#app/ui/class-names.ts";
import { fold } from "./suggestions.ts";
import styles from "./tag-mark.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

/** A tag's name with its colour beside it; the meaning that the group gave it is its tooltip. */
export function TagMark({ tag }: { readonly tag: string }) {
  const { vocabulary } = useThreadSurroundings();
  const known = useMemo(() => vocabulary.tags.find(({ name }) => fold(name) === fold(tag)), [vocabulary, tag]);
  return (
    <span className={styles.tag} title={known?.meaning || undefined} dir="auto">
      <span className={classNames(styles.dot, known?.colour && styles[known.colour])} aria-hidden="true" />
      {tag}
    </span>
  );
}
