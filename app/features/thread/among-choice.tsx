import type { PageCohort } from "#app/context/assignments.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { amongWords as words } from "#app/words/among.ts";
import { veilWords } from "#app/words/veil.ts";
import styles from "./among-choice.module.css";
import { assignedTo, type Composing } from "./composing.ts";
import { useThreadSurroundings } from "./thread-context.tsx";

export type AmongChoiceProps = {
  readonly composing: Composing;
  readonly onChange: (composing: Composing) => void;
};

/** For which assignment a note is written, and which of its prompts it answers; nothing where there is none. */
export function AmongChoice({ composing, onChange }: AmongChoiceProps) {
  const { cohorts } = useThreadSurroundings();
  if (cohorts.length === 0 || composing.placement === "me") return null;
  const assigned = assignedTo(composing, cohorts);
  const prompts = assigned?.cohort.prompts ?? [];
  return (
    <div className={styles.among}>
      <select
        className={styles.choice}
        aria-label={words.among}
        value={assigned?.cohort.audience ?? ""}
        onChange={(event) => onChange({ ...composing, audience: event.target.value, prompt: "" })}
      >
        {cohorts.map(({ audience, assignment }) => (
          <option key={audience} value={audience}>
            {assignment.title}
          </option>
        ))}
        <option value="">{words.group}</option>
      </select>
      {prompts.length === 0 ? null : (
        <select
          className={styles.choice}
          aria-label={words.prompt}
          value={assigned?.prompt ?? ""}
          onChange={(event) => onChange({ ...composing, prompt: event.target.value })}
        >
          <option value="">{words.noPrompt}</option>
          {prompts.map((prompt) => (
            <option key={prompt.id} value={prompt.id}>
              {prompt.words}
            </option>
          ))}
        </select>
      )}
      <ShutLine shut={assigned?.cohort.shut ?? null} />
      <VeilLine seat={assigned?.cohort.seat ?? null} />
    </div>
  );
}

/** As whom the others see what is written there. */
function VeilLine({ seat }: { readonly seat: string | null }) {
  const { who } = useThreadSurroundings();
  const veil = seat === null ? null : (who(seat)?.veil ?? null);
  if (veil === null) return null;
  return (
    <p className={styles.shut} role="note">
      <Icon name="eyeOff" size="s" />
      {veilWords.own(veil)}
    </p>
  );
}

function ShutLine({ shut }: Pick<PageCohort, "shut">) {
  const sayTime = useSayTime();
  if (shut === null) return null;
  const { gate, posts } = shut;
  return (
    <p className={styles.shut} role="note">
      <Icon name="eyeOff" size="s" />
      {gate.kind === "after"
        ? words.after(Math.max(0, gate.posts - posts))
        : gate.kind === "at"
          ? words.at(sayTime(gate.time, "moment"))
          : words.manual}
    </p>
  );
}
