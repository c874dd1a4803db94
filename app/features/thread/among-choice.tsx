import type { PageCohort } from "#app/context/assignments.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { amongWords as words } from "#app/words/among.ts";
import { veilWords } from "#app/words/veil.ts";
import styles from "./among-choice.module.css";
import { assignedTo, type Composing, kinOf } from "./composing.ts";
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
  const kin = assigned === null ? [] : kinOf(assigned.cohort, cohorts);
  const firsts = cohorts.filter((one) => kinOf(one, cohorts)[0] === one);
  const choose = (first: string) => {
    const cohort = cohorts.find(({ audience }) => audience === first);
    const [, ...also] = cohort === undefined ? [] : kinOf(cohort, cohorts).map(({ audience }) => audience);
    onChange({ ...composing, audience: first, also, prompt: "" });
  };
  return (
    <div className={styles.among}>
      <select
        className={styles.choice}
        aria-label={words.among}
        value={kin[0]?.audience ?? ""}
        onChange={(event) => choose(event.target.value)}
      >
        {firsts.map((one) => (
          <option key={one.audience} value={one.audience}>
            {one.section === null || one.isDefault || kinOf(one, cohorts).length > 1
              ? one.among.title
              : `${one.among.title} · ${one.section}`}
          </option>
        ))}
        <option value="">{words.group}</option>
      </select>
      {assigned === null || kin.length < 2 ? null : (
        <Sections
          kin={kin}
          chosen={[assigned.cohort.audience, ...assigned.also]}
          onChoose={([audience = "", ...also]) => onChange({ ...composing, audience, also })}
        />
      )}
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

type SectionsProps = {
  readonly kin: readonly PageCohort[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

/** In which of several sections it stands: all of them at first, one at least. */
function Sections({ kin, chosen, onChoose }: SectionsProps) {
  const turn = (audience: string) => {
    const next = kin.map((one) => one.audience).filter((one) => chosen.includes(one) !== (one === audience));
    if (next.length > 0) onChoose(next);
  };
  return (
    <fieldset className={styles.sections}>
      <legend>
        {chosen.length === kin.length ? words.everySection : words.someSections(chosen.length, kin.length)}
      </legend>
      {kin.map(({ audience, section }) => (
        <label key={audience}>
          <input type="checkbox" checked={chosen.includes(audience)} onChange={() => turn(audience)} /> {section}
        </label>
      ))}
    </fieldset>
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
