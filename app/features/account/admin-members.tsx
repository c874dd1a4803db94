import { Form, Link, useActionData, useFetcher } from "@remix-run/react";
import type { Profile } from "#app/domain/member/member.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { CopyField } from "#app/ui/copy-field.tsx";
import { FormMessage, TextField } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { ProofForm } from "#app/ui/proof.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { accountWords } from "#app/words/account.ts";
import { factorsWords } from "#app/words/factors.ts";
import styles from "./admin-members.module.css";
import { AdminTabs } from "./admin-tabs.tsx";

type Row = Profile & {
  readonly email: string;
  readonly createdAt: number;
  readonly isAdmin: boolean;
  readonly hasFactor: boolean;
};
type LinkAnswer = FormAnswer<{ readonly member: string; readonly link: string | null }>;

const words = accountWords.admin;

/** Everybody with an account here; an administrator can hand out a reset link, which works without mail. */
export function AdminMembers({ query, members }: { readonly query: string; readonly members: readonly Row[] }) {
  const answer = useActionData<LinkAnswer>();
  return (
    <Page>
      <PageHead title={words.title} />
      <AdminTabs />
      <ProofForm answer={answer} />
      <Form role="search" className={styles.search}>
        <TextField name="q" type="search" label={words.search} defaultValue={query} key={query} />
        <Button type="submit" icon="search">
          {words.find}
        </Button>
      </Form>
      {members.length === 0 ? <p>{words.none(query)}</p> : null}
      <List>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </List>
    </Page>
  );
}

function MemberRow({ member }: { readonly member: Row }) {
  const fetcher = useFetcher<LinkAnswer>();
  const answered = useActionData<LinkAnswer>();
  const answer = fetcher.data ?? answered;
  const link = answer?.ok && answer.value.member === member.id ? answer.value.link : null;
  return (
    <ListRow
      start={<Avatar face={member} size="l" />}
      title={
        <>
          <Link to={`/admin/members/${member.id}`}>{member.name}</Link>{" "}
          {member.isAdmin ? <Badge>{words.administrator}</Badge> : null}
        </>
      }
      line={
        <>
          {member.email} · {words.joined} <Time at={member.createdAt} form="date" />
        </>
      }
      end={
        <div className={styles.tools}>
          <fetcher.Form method="post">
            <input type="hidden" name="member" value={member.id} />
            <SubmitButton fetcher={fetcher} kind="plain" size="s">
              {words.makeLink}
            </SubmitButton>
          </fetcher.Form>
          {member.hasFactor ? (
            <RowForm intent="factors" fields={{ member: member.id }} button={factorsWords.site.reset} kind="danger" />
          ) : null}
        </div>
      }
    >
      <FormMessage kind="error">{fetcher.data?.ok === false ? fetcher.data.sentence : null}</FormMessage>
      {link ? (
        <div className={styles.link}>
          <CopyField label={words.link(member.name)} value={link} />
          <p>{words.linkHint}</p>
        </div>
      ) : null}
    </ListRow>
  );
}
