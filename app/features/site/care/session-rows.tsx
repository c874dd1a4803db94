import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { OpenSession } from "#app/context/site.ts";
import { Badge } from "#app/ui/chip.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { siteCareWords } from "#app/words/site-care.ts";

const words = siteCareWords.sessions;

/** Everybody's open sessions, newest use first. */
export function SessionsPage({
  sessions,
  tabs,
}: {
  readonly sessions: readonly OpenSession[];
  readonly tabs: ReactNode;
}) {
  return (
    <Page width="list">
      <PageHead title={words.title}>{words.hint}</PageHead>
      {tabs}
      <SessionRows sessions={sessions} named />
    </Page>
  );
}

/** Sessions, each with a way to end it; `named` says whose. */
export function SessionRows(props: { readonly sessions: readonly OpenSession[]; readonly named?: boolean }) {
  if (props.sessions.length === 0) return <p>{words.none}</p>;
  return (
    <List>
      {props.sessions.map(({ id, member, name, device, createdAt, seenAt, isOwn }) => (
        <ListRow
          key={id}
          title={
            <>
              {props.named ? <Link to={`/admin/members/${member}`}>{name}</Link> : device}{" "}
              {isOwn ? <Badge kind="accent">{words.own}</Badge> : null}
            </>
          }
          line={
            <>
              {props.named ? `${device} · ` : null}
              {words.signedIn} <Time at={createdAt} form="moment" /> · {words.seen} <Time at={seenAt} form="moment" />
            </>
          }
          end={isOwn ? null : <RowForm intent="end-session" fields={{ session: id }} button={words.end} />}
        />
      ))}
    </List>
  );
}
