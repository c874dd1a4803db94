import { Link } from "@remix-run/react";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { peopleWords } from "#app/words/people.ts";
import styles from "./people.module.css";

/** From a member's row to what moderators know about them. */
export function CardLink({ group, id, name }: { readonly group: string; readonly id: string; readonly name: string }) {
  const label = peopleWords.moderate(name);
  return (
    <Link to={`/g/${group}/moderation/people/${id}`} title={label} className={styles.sign}>
      <Icon name="flag" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </Link>
  );
}
