import { Form, useLocation } from "@remix-run/react";
import { type CannedAnswer, type Effects, type Guideline, hidingSpans, type PersonCard } from "#app/context/people.ts";
import { fillAnswer } from "#app/domain/moderation/canned-answer.ts";
import { reasons } from "#app/domain/moderation/reason.ts";
import { offeredDays, type SanctionKind, sanctionKinds, scopesOf } from "#app/domain/moderation/sanction.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import type { Typed } from "#app/ui/form-answer.ts";
import type { IconName } from "#app/ui/icon.tsx";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { guidelineWords } from "#app/words/guidelines.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { peopleWords } from "#app/words/people.ts";
import styles from "./people.module.css";
import type { PersonAnswer } from "./person-answer.ts";

const words = peopleWords.act;

export type DecideProps = {
  readonly card: PersonCard;
  readonly answers: readonly CannedAnswer[];
  readonly guidelines: readonly Guideline[];
  readonly answer: PersonAnswer | undefined;
};

const icons = {
  warn: "flag",
  "approve-first": "check",
  mute: "bellOff",
  suspend: "lock",
  ban: "eyeOff",
} as const satisfies Readonly<Record<SanctionKind, IconName>>;

/** One form for each sanction: first what it will do, then the same form again to confirm it. */
export function DecideSection({ card, answers, guidelines, answer }: DecideProps) {
  // A link from the queue names the form that it wants.
  const { hash } = useLocation();
  if (card.scopes.length === 0) {
    return (
      <Section title={words.title}>
        <p className={styles.none}>{words.cannot}</p>
      </Section>
    );
  }
  const { kind, days } = card.suggested;
  const previewed = answer?.ok === true && answer.value.form === "preview" ? answer.value : null;
  const cameBack: Typed = answer?.ok === false ? answer.values : {};
  return (
    <Section title={words.title} hint={words.hint}>
      <p>{words.suggestion(words[kind], days === null ? "" : words.forDays(days))}</p>
      <div className={styles.acts}>
        {sanctionKinds.map((each) => {
          const isHere = previewed?.kind === each || cameBack.kind === each;
          const isAsked = hash === `#${each}`;
          const typed = previewed?.kind === each ? previewed.typed : cameBack.kind === each ? cameBack : {};
          return (
            <Disclosure
              key={`${each} ${isHere} ${isAsked}`}
              look="button"
              icon={icons[each]}
              summary={words[each]}
              open={isHere || isAsked}
            >
              <SanctionForm
                kind={each}
                card={card}
                typed={typed}
                effects={previewed?.kind === each ? previewed.effects : null}
              />
              <AnswersToCopy kind={each} card={card} answers={answers} guidelines={guidelines} />
            </Disclosure>
          );
        })}
      </div>
    </Section>
  );
}

type SanctionFormProps = {
  readonly kind: SanctionKind;
  readonly card: PersonCard;
  readonly typed: Typed;
  readonly effects: Effects | null;
};

function SanctionForm({ kind, card, typed, effects }: SanctionFormProps) {
  const scopes = card.scopes.filter(
    (scope) => scopesOf[kind].includes(scope) && (scope !== "text" || card.texts.length > 0),
  );
  const days = offeredDays.filter((each) => each !== null || kind !== "suspend");
  const suggestedDays = card.suggested.kind === kind ? card.suggested.days : (days[2] ?? null);
  return (
    <Form method="post" className={styles.form} preventScrollReset>
      <input type="hidden" name="kind" value={kind} />
      <p>{words.explained[kind]}</p>
      <div className={styles.pair}>
        <SelectField
          name="reason"
          label={words.reason}
          choices={reasons.map((value) => ({ value, label: moderationWords.reasons[value] }))}
          defaultValue={typed.reason ?? "attack"}
        />
        {kind === "warn" ? null : (
          <SelectField
            name="days"
            label={words.days}
            choices={days.map((each) => ({
              value: String(each ?? ""),
              label: each === null ? words.noEnd : words.day(each),
            }))}
            defaultValue={typed.days ?? String((kind === "ban" ? null : suggestedDays) ?? "")}
          />
        )}
        <SelectField
          name="scope"
          label={words.scope}
          choices={scopes.map((value) => ({ value, label: words.scopes[value] }))}
          defaultValue={typed.scope ?? "group"}
        />
        {scopes.includes("text") ? (
          <SelectField
            name="scopeId"
            label={words.text}
            choices={[{ value: "", label: "–" }, ...card.texts.map(({ id, title }) => ({ value: id, label: title }))]}
            defaultValue={typed.scopeId ?? ""}
          />
        ) : null}
        {kind === "ban" ? (
          <SelectField
            name="hides"
            label={words.hides}
            choices={hidingSpans.map((value) => ({ value, label: words.spans[value] }))}
            defaultValue={typed.hides ?? "none"}
          />
        ) : null}
      </div>
      <TextArea name="toMember" label={words.toMember} rows={3} defaultValue={typed.toMember ?? ""} />
      <TextArea name="toStaff" label={words.toStaff} rows={2} defaultValue={typed.toStaff ?? ""} />
      {effects === null ? null : <EffectsList kind={kind} effects={effects} />}
      <div className={styles.head}>
        <SubmitButton intent="preview" kind="plain">
          {words.preview}
        </SubmitButton>
        {effects === null ? null : (
          <SubmitButton intent="impose" kind="danger">
            {words.confirm(words[kind])}
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}

function EffectsList({ kind, effects }: { readonly kind: SanctionKind; readonly effects: Effects }) {
  const sayTime = useSayTime();
  const said = words.effects;
  const { endsAt, closesRooms, claimsReleased, notesHidden } = effects;
  const until = endsAt === null ? said.forGood : said.ends(sayTime(endsAt, "moment"));
  return (
    <div className={styles.preview} role="status">
      <h3>{words.previewTitle}</h3>
      <ul>
        <li>{kind === "warn" ? said.warned : until}</li>
        {closesRooms ? <li>{said.rooms}</li> : null}
        {claimsReleased > 0 ? <li>{said.claims(claimsReleased)}</li> : null}
        <li>{notesHidden > 0 ? said.hides(notesHidden) : said.nothing}</li>
      </ul>
    </div>
  );
}

/** Answers that fit, filled in for this person; the rule is the first that the answer's reasons point at. */
function AnswersToCopy({
  kind,
  card,
  answers,
  guidelines,
}: Omit<DecideProps, "answer"> & { readonly kind: SanctionKind }) {
  const fitting = answers.filter((one) => one.kind === (kind === "warn" ? "warn" : "suspend"));
  if (fitting.length === 0) return null;
  return (
    <Disclosure summary={words.answer}>
      <p className={styles.none}>{words.answerHint}</p>
      {fitting.map((one) => {
        const rule = guidelines.find(({ reasons: of }) => of.some((reason) => one.reasons.includes(reason)));
        const cited = rule === undefined ? "" : guidelineWords.citation(rule.number, rule.title);
        const filled = fillAnswer(one.words, { author: card.name, rule: cited, link: "" });
        return filled === null ? null : (
          <div key={one.id} className={styles.answer}>
            <TextArea name={`answer-${one.id}`} label={one.title} rows={3} readOnly value={filled} />
          </div>
        );
      })}
    </Disclosure>
  );
}
