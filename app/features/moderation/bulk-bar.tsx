import { lazy, Suspense } from "react";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { INTENT } from "#app/ui/intent.ts";
import { moderatingWords } from "#app/words/moderating.ts";
import styles from "./bulk-bar.module.css";
import type { Bulk, BulkVerb } from "./use-bulk.ts";
import type { Triage } from "./use-triage.ts";

const BulkDialog = lazy(async () => ({ default: (await import("./bulk-dialog.tsx")).BulkDialog }));

/** The form to which the boxes of the list belong. */
export const BULK_FORM = "queue-bulk";

const verbs: readonly BulkVerb[] = ["publish", "hide", "remove", "revise"];

/** What can be done with all that is selected; below the list, so that nothing moves when it comes. */
export function BulkBar({ triage, bulk }: { readonly triage: Triage; readonly bulk: Bulk }) {
  const { group, state, tell } = triage;
  const count = state.selected.size;
  const open = state.order.filter((id) => state.rows.get(id)?.state === "open");
  const words = moderatingWords.bulk;
  if (open.length === 0 && bulk.stage === null) return null;
  return (
    <>
      <form
        id={BULK_FORM}
        method="post"
        action={`/g/${group}/moderation/act`}
        aria-label={words.label}
        className={classNames(styles.bar, count === 0 && styles.idle)}
      >
        <input type="hidden" name={INTENT} value="preview" />
        <input type="hidden" name="back" value={triage.addressOf(null)} />
        <div className={styles.line}>
          <b>{words.selected(count)}</b>
          <Button size="s" kind="quiet" className={styles.scripted} onClick={() => tell({ kind: "select", ids: open })}>
            {words.all}
          </Button>
          <Button size="s" kind="quiet" className={styles.scripted} onClick={() => tell({ kind: "select", ids: [] })}>
            {words.none}
          </Button>
        </div>
        <div className={styles.line}>
          {verbs.map((verb) => (
            <Button
              key={verb}
              type="submit"
              size="s"
              name="verb"
              value={verb}
              kind={verb === "remove" ? "danger" : "plain"}
              onClick={(event) => {
                event.preventDefault();
                bulk.begin(verb);
              }}
            >
              {moderatingWords.actions[verb]}
            </Button>
          ))}
        </div>
      </form>
      {bulk.stage === null ? null : (
        <Suspense>
          <BulkDialog triage={triage} bulk={bulk} stage={bulk.stage} />
        </Suspense>
      )}
    </>
  );
}
