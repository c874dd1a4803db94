import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { GroupPage } from "#app/context/groups.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice, Page, PageHead } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { collectionWords } from "#app/words/collections.ts";
import { discussionWords } from "#app/words/discussion.ts";
import { groupWords } from "#app/words/group.ts";
import { guidelineWords } from "#app/words/guidelines.ts";
import { libraryWords } from "#app/words/library.ts";
import { workWords } from "#app/words/work.ts";
import styles from "./group-frame.module.css";

export type GroupFrameProps = {
  readonly group: GroupPage;
  /** What can be said about being told of the group. */
  readonly follow: ReactNode;
  /** The way to the queue, for those who decide. */
  readonly moderation: { readonly label: string } | null;
  readonly children: ReactNode;
};

/** The head of every page of a group: its name, its counts, its pages, and whether it can be written in. */
export function GroupFrame({ group, follow, moderation, children }: GroupFrameProps) {
  const { pathname } = useLocation();
  const home = `/g/${group.id}`;
  const { tabs, list } = groupWords;
  // An empty library offers it larger, and the page itself need not offer itself.
  const offered = pathname === `${home}/add` || (pathname === home && group.texts === 0);
  return (
    <Page width="list">
      <div className={styles.head}>
        <PageHead title={group.name}>
          {group.description ? <p>{group.description}</p> : null}
          <p className={styles.counts}>
            {[list.texts(group.texts), list.members(group.members), list.notes(group.notes)].join(" · ")}
          </p>
        </PageHead>
        <Lifecycle group={group} />
        <div className={styles.row}>
          <Tabs
            label={tabs.label}
            tabs={[
              { to: home, label: tabs.texts, end: true },
              { to: `${home}/assignments`, label: assignmentWords.title },
              { to: `${home}/portfolio`, label: workWords.title },
              { to: `${home}/collections`, label: collectionWords.title },
              { to: `${home}/members`, label: tabs.members },
              { to: `${home}/tags`, label: discussionWords.vocabulary.tab },
              { to: `${home}/guidelines`, label: guidelineWords.tab },
              ...(moderation === null ? [] : [{ to: `${home}/moderation`, label: moderation.label }]),
              ...(group.abilities["group.invite"] ? [{ to: `${home}/invitations`, label: tabs.invitations }] : []),
              ...(group.abilities["group.archive"] ? [{ to: `${home}/settings`, label: tabs.settings }] : []),
            ]}
          />
          <div className={styles.row}>
            {follow}
            {group.abilities["document.add"] && !offered ? (
              <ButtonLink kind="primary" to={`${home}/add`}>
                {libraryWords.add.link}
              </ButtonLink>
            ) : null}
          </div>
        </div>
      </div>
      {children}
    </Page>
  );
}

function Lifecycle({ group }: { readonly group: GroupPage }) {
  const sayTime = useSayTime();
  const settings = `/g/${group.id}/settings`;
  if (group.deleteAfter !== null) {
    return (
      <Notice
        actions={
          group.abilities["group.delete"] ? (
            <RowForm action={settings} intent="undelete" button={groupWords.keep} icon="undo" />
          ) : null
        }
      >
        {groupWords.deleting(sayTime(group.deleteAfter, "date"))}
      </Notice>
    );
  }
  if (group.archivedAt === null) return null;
  return (
    <Notice
      actions={
        group.abilities["group.archive"] ? (
          <RowForm action={settings} intent="restore" button={groupWords.restore} icon="undo" />
        ) : null
      }
    >
      {groupWords.archived}
    </Notice>
  );
}
