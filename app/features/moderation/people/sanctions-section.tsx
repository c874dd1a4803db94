import type { PersonCard, SanctionCard } from "#app/context/people.ts";
import { Badge } from "#app/ui/chip.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { CheckField, FormMessage, TextArea } from "#app/ui/field.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { moderationWords } from "#app/words/moderation.ts";
import { peopleWords } from "#app/words/people.ts";
import { sanctionWords } from "#app/words/sanctions.ts";
import styles from "./people.module.css";
import type { PersonAnswer } from "./person-answer.ts";

const words = peopleWords.sanctions;

/** Everything that was ever given to a person here; what is in force can be lifted or taken back. */
export function SanctionsSection({
  card,
  answer,
}: {
  readonly card: PersonCard;
  readonly answer: PersonAnswer | undefined;
}) {
  const back = answer?.ok === true && answer.value.form === "back" ? answer.value : null;
  return (
    <Section title={words.title}>
      <FormMessage kind="done">{back === null ? null : words.done(back.restored, back.skipped)}</FormMessage>
      {card.sanctions.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <List>
          {card.sanctions.map((sanction) => (
            <ListRow
              key={sanction.id}
              title={<SanctionTitle sanction={sanction} />}
              line={
                <>
                  <SanctionLine sanction={sanction} />
                  {sanction.imposedBy === null ? "" : ` · ${words.by(sanction.imposedBy)}`}
                </>
              }
              end={
                sanction.ending === null && card.scopes.length > 0 ? (
                  <Disclosure look="panel" icon="more" summary={words.liftTitle}>
                    <RowForm intent="lift" fields={{ sanction: sanction.id }} button={words.lift} kind="primary">
                      {sanction.hasHidden ? <CheckField name="restores" label={words.restores} defaultChecked /> : null}
                      <TextArea name="toMember" label={peopleWords.act.toMember} rows={2} />
                    </RowForm>
                    <p>{words.undoHint}</p>
                    <RowForm
                      intent="undo"
                      fields={{ decision: String(sanction.decision) }}
                      button={words.undo}
                      icon="undo"
                    />
                  </Disclosure>
                ) : null
              }
            >
              {sanction.toMember === "" ? null : (
                <p className={styles.said} dir="auto">
                  {sanction.toMember}
                </p>
              )}
            </ListRow>
          ))}
        </List>
      )}
    </Section>
  );
}

/** Which sanction, where, and whether it holds. */
export function SanctionTitle({ sanction }: { readonly sanction: SanctionCard }) {
  const { kind, scope, documentTitle, groupName, isInForce, ending, acknowledgedAt } = sanction;
  const state =
    ending === null ? (acknowledgedAt === null ? "" : sanctionWords.acknowledged) : sanctionWords.endings[ending];
  return (
    <>
      {sanctionWords.kinds[kind]} <span className={styles.none}>{sanctionWords.scopes[scope.kind]}</span>
      {documentTitle === null ? null : <span dir="auto">{documentTitle}</span>}
      {documentTitle === null && scope.kind === "group" ? <span dir="auto">{groupName}</span> : null}
      {isInForce ? <Badge kind="danger">{sanctionWords.own.inForce}</Badge> : null}
      {state === "" ? null : <Badge>{state}</Badge>}
    </>
  );
}

/** Why, since when, and until when. */
export function SanctionLine({ sanction }: { readonly sanction: SanctionCard }) {
  const { reason, startsAt, endsAt, kind } = sanction;
  const { since, until, noEnd } = sanctionWords.own;
  return (
    <>
      {moderationWords.reasons[reason]} · {since} <Time at={startsAt} form="moment" />
      {endsAt === null ? null : (
        <>
          {" "}
          · {until} <Time at={endsAt} form="moment" />
        </>
      )}
      {endsAt === null && kind !== "warn" ? ` · ${noEnd}` : ""}
    </>
  );
}
