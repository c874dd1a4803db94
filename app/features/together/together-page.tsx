import { Link } from "@remix-run/react";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import type { CitedThread, TogetherPage as Page } from "#app/context/together.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { isOpen } from "#app/domain/group/group.ts";
import { AvatarStack } from "#app/ui/avatar.tsx";
import { CONTENT } from "#app/ui/skip-link.tsx";
import { TopBar } from "#app/ui/top-bar.tsx";
import { togetherWords as words } from "#app/words/together.ts";
import { LostWords, useLostWords } from "./lost-words.tsx";
import { pageAddress, titleOf } from "./page-address.ts";
import { PageLine } from "./page-line.tsx";
import { PageView } from "./page-view.tsx";
import styles from "./together-page.module.css";
import { usePage } from "./use-page.ts";

const PageEditor = lazy(() => import("./page-editor.tsx").then((module) => ({ default: module.PageEditor })));

type Props = {
  readonly page: Page;
  readonly viewer: Viewer;
  /** What the page cites, as far as the viewer may read it. */
  readonly cited: readonly CitedThread[];
  readonly origin: string;
  /** What stands at the end of the bar. */
  readonly account: ReactNode;
};

/** The page that the group writes beside a text: to be read at once, to be written on as soon as its room is open. */
export function TogetherPage({ page, viewer, cited, origin, account }: Props) {
  const { document: text, group } = page;
  const lost = useLostWords(viewer.id, text.id);
  const live = usePage(page, viewer.id, lost.keep);
  const bySeat = useMemo(() => new Map(page.seats.map((seat) => [seat.seat, seat])), [page.seats]);
  const who = (seat: string) => bySeat.get(seat) ?? null;
  const people = live.peers.flatMap(({ seat }) => who(seat) ?? []);
  const trail = [
    { label: group.name, to: `/g/${group.id}` },
    { label: text.title, to: `/t/${text.id}` },
    { label: titleOf(page) },
  ];
  const address = pageAddress({ text: text.id, among: page.among });
  const sheet = styles.sheet ?? "";
  return (
    <>
      <TopBar trail={trail}>
        <PageLine connection={live.connection} unstored={live.unstored} page={address} />
        {people.length > 0 ? (
          <AvatarStack faces={people} label={words.people.here(people.map(({ name }) => name).join(", "))} />
        ) : null}
        {account}
      </TopBar>
      <main id={CONTENT} tabIndex={-1} className={styles.main}>
        <header className={styles.head}>
          <p className={styles.of}>
            <Link to={`/t/${text.id}`} reloadDocument lang={text.language || undefined} dir={text.dir}>
              {text.title}
            </Link>
          </p>
          <h1>{titleOf(page)}</h1>
          <p className={styles.lead}>
            {leadOf(page)}{" "}
            <Link to={pageAddress({ text: text.id, among: page.among }, "/versions")}>{words.versions.title}</Link>
          </p>
        </header>
        {live.open === null ? (
          <div className={sheet}>
            <PageView content={page.content} text={text.id} cited={cited} />
            {(page.content.content ?? []).length === 0 ? <p className={styles.empty}>{words.empty}</p> : null}
          </div>
        ) : (
          <Suspense
            fallback={
              <div className={sheet}>
                <PageView content={page.content} text={text.id} cited={cited} />
              </div>
            }
          >
            <PageEditor
              {...{ open: live.open, origin, who, mayWrite: page.mayWrite }}
              {...{ text: text.id, cited, className: sheet }}
            />
          </Suspense>
        )}
      </main>
      <LostWords lost={lost} />
    </>
  );
}

function leadOf({ among, mayWrite, document, group }: Page): string {
  if (mayWrite) return among === "staff" ? words.staffLead : words.lead;
  return isOpen(document) && isOpen(group) ? words.readOnly : words.archived;
}
