import type { InvitationRow } from "#app/context/groups.ts";
import type { Role } from "#app/domain/group/group.ts";
import { Badge } from "#app/ui/chip.tsx";
import { CopyField } from "#app/ui/copy-field.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { groupWords, roleWords } from "#app/words/group.ts";
import { type InviteAnswer, InviteForm } from "./invite-form.tsx";
import styles from "./members-page.module.css";

export type InvitationsPageProps = {
  readonly invitations: readonly InvitationRow[];
  readonly roles: readonly Role[];
  readonly answer: InviteAnswer | undefined;
};

const words = groupWords.invitations;

/** Making invitations and taking them back. A link is shown once, since only its hash is kept. */
export function InvitationsPage({ invitations, roles, answer }: InvitationsPageProps) {
  const open = invitations.filter((row) => row.state === "open");
  const past = invitations.filter((row) => row.state !== "open");
  const made = answer?.ok ? answer.value : null;
  return (
    <div className={styles.page}>
      {made ? (
        <Card>
          <CopyField label={words.link} value={made.link} />
          <p>
            {words.linkHint} {made.email ? words.mailed(made.email) : ""}
          </p>
        </Card>
      ) : null}
      {roles.length > 0 ? <InviteForm roles={roles} answer={answer} key={made?.link ?? "form"} /> : null}
      <Section title={words.open}>
        {open.length > 0 ? <Rows rows={open} /> : <p>{words.none}</p>}
        {past.length > 0 ? (
          <Disclosure summary={words.past(past.length)}>
            <Rows rows={past} />
          </Disclosure>
        ) : null}
      </Section>
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly InvitationRow[] }) {
  return (
    <List>
      {rows.map((row) => (
        <ListRow
          key={row.id}
          title={
            <>
              <span className={styles.address}>{row.email ?? words.anyone}</span>
              <Badge kind="accent">{roleWords[row.role].name}</Badge>
            </>
          }
          line={
            <>
              {words.by(row.createdBy)} · {words.used(row.uses, row.maxUses)} · {words.until}{" "}
              <Time at={row.expiresAt} form="date" />
            </>
          }
          end={
            row.state === "open" ? (
              <RowForm intent="revoke" fields={{ invitation: row.id }} button={words.revoke} kind="danger" />
            ) : (
              <Badge>{words.states[row.state]}</Badge>
            )
          }
        />
      ))}
    </List>
  );
}
