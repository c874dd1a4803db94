import type { WorkPage } from "#app/context/work.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { roleWords } from "#app/words/group.ts";
import { workWords as words } from "#app/words/work.ts";
import styles from "./work-head.module.css";

/** Whose work it is, and how much. */
export function WorkHead({ page }: { readonly page: WorkPage }) {
  const { member, role, group, isSelf, counts } = page;
  return (
    <div className={styles.head}>
      <Avatar face={member} size="l" />
      <div className={styles.words}>
        <h2>
          {isSelf ? words.title : <bdi>{member.name}</bdi>}
          {role === null || isSelf ? null : <Badge>{roleWords[role].name}</Badge>}
        </h2>
        <p>
          {words.sum(counts.all, page.texts.length)}
          {group !== null && role === null && !isSelf ? ` · ${words.left}` : ""}
        </p>
      </div>
    </div>
  );
}
