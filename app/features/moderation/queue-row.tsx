import { Link } from "@remix-run/react";
import { memo } from "react";
import type { QueueRow as Row } from "#app/context/queue.ts";
import { weights } from "#app/domain/moderation/reason.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Time } from "#app/ui/time.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";
import styles from "./queue-row.module.css";
import { endOfRow, nameOfRow } from "./say-row.ts";

const words = moderatingWords.list;

export type QueueRowProps = {
  readonly row: Row;
  readonly to: string;
  readonly isHere: boolean;
  readonly isSelected: boolean;
  /** The form that gathers the selected; it works without scripts. */
  readonly form: string;
  readonly onSelect: (id: string, withShift: boolean) => void;
};

/** One item: whose, what, why, and who is on it. */
export const QueueRow = memo(function QueueRow({ row, to, isHere, isSelected, form, onSelect }: QueueRowProps) {
  const name = nameOfRow(row);
  const isDone = row.state === "done";
  return (
    <li className={classNames(styles.row, isHere && styles.here, isDone && styles.done)} data-item={row.id}>
      <input
        type="checkbox"
        name="items"
        value={`${row.id}:${row.version}`}
        form={form}
        className={styles.check}
        aria-label={words.select(name)}
        checked={isSelected}
        onChange={() => undefined}
        onClick={(event) => onSelect(row.id, event.shiftKey)}
      />
      <Link to={to} preventScrollReset aria-current={isHere ? "true" : undefined} className={styles.link}>
        <span className={styles.head}>
          <Avatar face={row.by ?? { name: "?", hue: 1, picture: null }} />
          <span className={styles.name}>{name}</span>
          {row.claim === null ? null : <Claim claim={row.claim} />}
          <span className={styles.when}>
            <Time at={row.openedAt} />
          </span>
        </span>
        <span className={styles.excerpt} dir="auto">
          {row.target.kind === "note" ? row.excerpt || words.noWords : words.member}
        </span>
        <Signs row={row} />
      </Link>
    </li>
  );
});

function Claim({ claim }: { readonly claim: NonNullable<Row["claim"]> }) {
  const said = claim.isMine ? words.youHold : words.heldBy(claim.by.name);
  return (
    <span className={styles.claim} role="img" aria-label={said} title={said}>
      <Avatar face={claim.by} size="s" />
    </span>
  );
}

function Signs({ row }: { readonly row: Row }) {
  const end = endOfRow(row);
  if (end !== null) {
    return (
      <span className={styles.signs}>
        <Badge>{end}</Badge>
      </span>
    );
  }
  const others = row.kinds.filter((kind) => kind !== "report" || row.reasons.length === 0);
  return (
    <span className={styles.signs}>
      {row.isOverdue ? <Badge kind="danger">{words.overdue}</Badge> : null}
      {row.isEscalated ? <Badge kind="accent">{words.escalated}</Badge> : null}
      {row.reasons.slice(0, 3).map(({ reason, count }) => (
        <Badge key={reason} kind={weights[reason].severity > 2 ? "danger" : "warn"}>
          {words.reason(moderationWords.reasons[reason], count)}
        </Badge>
      ))}
      {others.map((kind) => (
        <Badge key={kind} kind="warn">
          {words.signals[kind]}
        </Badge>
      ))}
    </span>
  );
}
