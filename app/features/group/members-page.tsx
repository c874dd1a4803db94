import type { ReactNode } from "react";
import type { GroupPage, RosterRow } from "#app/context/groups.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { CheckField, FormMessage } from "#app/ui/field.tsx";
import { type FormAnswer, wantsProof } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { ProofForm } from "#app/ui/proof.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { groupWords } from "#app/words/group.ts";
import { MemberRow } from "./member-row.tsx";
import styles from "./members-page.module.css";

export type MembersPageProps = {
  readonly group: GroupPage;
  readonly viewerId: string;
  readonly roster: readonly RosterRow[];
  readonly answer: FormAnswer<unknown> | undefined;
  /** What can be said about being told of what somebody writes. */
  readonly follow: (row: RosterRow) => ReactNode;
};

const words = groupWords.members;

/** Who is in the group, who was, and the way out. */
export function MembersPage({ group, viewerId, roster, answer, follow }: MembersPageProps) {
  const here = roster.filter((row) => row.leftAt === null);
  const former = roster.filter((row) => row.leftAt !== null);
  const actor = { id: viewerId, role: group.role, isAdmin: false };
  const lastOwner = group.role === "owner" && here.filter((row) => row.role === "owner").length === 1;
  return (
    <div className={styles.page}>
      <ProofForm answer={answer} />
      <FormMessage kind="error">{answer?.ok === false && !wantsProof(answer) ? answer.sentence : null}</FormMessage>
      <List>
        {here.map((row) => (
          <MemberRow key={row.id} row={row} actor={actor} group={group} follow={follow(row)} />
        ))}
      </List>
      {here.length === 1 && group.abilities["group.invite"] ? (
        <EmptyState
          title={words.invite}
          action={
            <ButtonLink kind="primary" to={`/g/${group.id}/invitations`}>
              {words.invite}
            </ButtonLink>
          }
        >
          {words.alone}
        </EmptyState>
      ) : null}
      {former.length > 0 ? (
        <Disclosure summary={words.former(former.length)}>
          <List>
            {former.map((row) => (
              <ListRow
                key={row.id}
                start={<Avatar face={row} size="l" />}
                title={row.name}
                line={
                  <>
                    {words.left} <Time at={row.leftAt ?? row.joinedAt} form="date" />
                  </>
                }
              />
            ))}
          </List>
        </Disclosure>
      ) : null}
      <Section title={groupWords.leave.title} hint={lastOwner ? groupWords.leave.last : groupWords.leave.hint}>
        {lastOwner ? null : (
          <RowForm intent="leave" button={groupWords.leave.button} kind="danger">
            <CheckField name="erase" label={groupWords.leave.erase} />
          </RowForm>
        )}
      </Section>
    </div>
  );
}
