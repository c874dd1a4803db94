import { Icon } from "#app/ui/icon.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { rulesWords } from "#app/words/rules.ts";
import { useThreadSurroundings } from "./thread-context.tsx";
import styles from "./writing.module.css";

const words = rulesWords.author;

/** Says before posting that a person reads it first, for how long that holds, and why. `thread` is null for a new one. */
export function ApprovalLine({ thread }: { readonly thread: string | null }) {
  const sayTime = useSayTime();
  const waiting = useThreadSurroundings().waitingIn(thread);
  if (waiting.kind === "none") return null;
  return (
    <p className={styles.private} role="note">
      <Icon name="clock" size="s" />
      <span>
        {waiting.kind === "newcomers"
          ? words.newcomers(waiting.left)
          : waiting.until === null
            ? words.approval
            : words.approvalUntil(sayTime(waiting.until, "moment"))}
        {waiting.reason === "" ? null : <bdi> {words.reason(waiting.reason)}</bdi>}
      </span>
    </p>
  );
}
