import { Link, useLocation, useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import type { QueuePage } from "#app/context/queue.ts";
import { classNames } from "#app/ui/class-names.ts";
import { moderatingWords as words } from "#app/words/moderating.ts";
import styles from "./moderation-frame.module.css";
import { readAsked } from "./queue-address.ts";
import { type SectionEntry, sections } from "./sections.ts";

export type ModerationFrameProps = {
  readonly group: string;
  readonly counts: QueuePage["counts"];
  readonly children: ReactNode;
};

/** The left column of moderation, and the page beside it. On a phone it is a row above the list. */
export function ModerationFrame({ group, counts, children }: ModerationFrameProps) {
  const home = `/g/${group}`;
  const { item } = useParams();
  return (
    <div className={classNames(styles.frame, item !== undefined && styles.onItem)}>
      <nav aria-label={words.nav} className={styles.nav}>
        {sections.map(({ title, entries }, place) =>
          entries.length === 0 ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place
            <div key={place} className={styles.section}>
              <h2>{title()}</h2>
              <ul>
                {entries.map((entry) => (
                  <Entry key={entry.to} entry={entry} home={home} counts={counts} />
                ))}
              </ul>
            </div>
          ),
        )}
      </nav>
      {children}
    </div>
  );
}

type EntryProps = { readonly entry: SectionEntry; readonly home: string; readonly counts: QueuePage["counts"] };

function Entry({ entry: { label, to, view }, home, counts }: EntryProps) {
  const isHere = useIsHere(home, to, view !== undefined);
  const count = view === undefined || view === "done" ? 0 : counts[view];
  return (
    <li>
      <Link
        to={`${home}/${to}`}
        aria-current={isHere ? "page" : undefined}
        className={classNames(styles.entry, isHere && styles.here)}
        prefetch="intent"
      >
        <span className={styles.label}>{label()}</span>
        {count > 0 ? <span className={styles.count}>{count}</span> : null}
      </Link>
    </li>
  );
}

/** A view of the queue is here on the list and on each of its items. */
function useIsHere(home: string, to: string, isView: boolean): boolean {
  const { pathname, search } = useLocation();
  const { item } = useParams();
  if (!isView) return pathname === `${home}/${to}` || pathname.startsWith(`${home}/${to}/`);
  if (pathname !== `${home}/moderation` && item === undefined) return false;
  const [, query = ""] = to.split("?");
  return readAsked(new URLSearchParams(search)).view === readAsked(new URLSearchParams(query)).view;
}
