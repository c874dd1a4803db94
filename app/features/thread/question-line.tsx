import { isTombstone } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import styles from "./note.module.css";
import { useNameOf } from "./note-head.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = discussionWords.question;

/** Who may say that a question is answered, or open again: who asked it, and staff. */
export function useMayAnswer({ root }: Pick<Thread, "root">): boolean {
  const { isOwn, canAnswer, canPublish } = useThreadSurroundings();
  return canPublish && root.motivation === "questioning" && root.version > 0 && (canAnswer || isOwn(root.seat));
}

/** Whether a question is open, which reply answers it, and how that changes. Always one line, so that no answer moves a card. */
export function QuestionLine({ thread }: { readonly thread: Thread }) {
  const { who, answer, reopen } = useThreadSurroundings();
  const nameOf = useNameOf();
  const mayAnswer = useMayAnswer(thread);
  const { root, replies } = thread;
  if (root.motivation !== "questioning" || isTombstone(root)) return null;
  if (root.said?.state !== "answered") {
    return (
      <p className={styles.question}>
        <Icon name="question" size="s" />
        <span className={styles.state}>{words.open}</span>
        {mayAnswer ? (
          <Button size="s" kind="quiet" onClick={() => answer(root, null)}>
            {words.markAnswered}
          </Button>
        ) : null}
      </p>
    );
  }
  const { by, answer: answerId } = root.said;
  const reply = replies.find(({ id }) => id === answerId);
  const said = by === null ? null : who(by)?.name;
  return (
    <p className={styles.question}>
      <Icon name="check" size="s" />
      {reply === undefined ? (
        <span className={styles.state}>{said == null ? words.answered : words.markedBy(said)}</span>
      ) : (
        <button type="button" className={styles.toAnswer} onClick={() => goToNote(reply.id)}>
          {words.toAnswer(nameOf(reply))}
        </button>
      )}
      {mayAnswer ? (
        <Button size="s" kind="quiet" onClick={() => reopen(root)}>
          {words.reopen}
        </Button>
      ) : null}
    </p>
  );
}

function goToNote(id: string): void {
  const note = document.getElementById(`note-${id}`);
  note?.scrollIntoView({ block: "nearest" });
  note?.focus({ preventScroll: true });
}
