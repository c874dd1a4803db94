import { Link } from "@remix-run/react";
import type { SanctionCard } from "#app/context/people.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { recordWords } from "#app/words/appeals.ts";
import { sanctionWords } from "#app/words/sanctions.ts";
import styles from "./people.module.css";
import { SanctionLine, SanctionTitle } from "./sanctions-section.tsx";

const words = sanctionWords.own;

/** What was decided about the viewer: why, where, until when, and what they were told. Warnings are confirmed here. */
export function OwnSanctions({ sanctions }: { readonly sanctions: readonly SanctionCard[] }) {
  return (
    <Section title={words.title} hint={words.hint}>
      <p>
        <Link to="/decisions">{recordWords.ownTitle}</Link>
      </p>
      {sanctions.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <List>
          {sanctions.map((sanction) => (
            <ListRow
              key={sanction.id}
              title={<SanctionTitle sanction={sanction} />}
              line={<SanctionLine sanction={sanction} />}
              end={
                sanction.kind === "warn" && sanction.isInForce ? (
                  <RowForm
                    intent="acknowledge"
                    fields={{ sanction: sanction.id }}
                    button={words.acknowledge}
                    kind="primary"
                  />
                ) : null
              }
            >
              {sanction.toMember === "" ? null : (
                <blockquote className={styles.said} dir="auto" aria-label={words.said}>
                  {sanction.toMember}
                </blockquote>
              )}
              {sanction.kind === "warn" && sanction.isInForce ? (
                <p className={styles.none}>{words.acknowledgeHint}</p>
              ) : null}
            </ListRow>
          ))}
        </List>
      )}
      {sanctions.length === 0 ? null : (
        <p>
          <Link to="/decisions">{words.appeal}</Link>
        </p>
      )}
    </Section>
  );
}
