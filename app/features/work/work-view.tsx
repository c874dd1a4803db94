import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import type { WorkItem, WorkPage } from "#app/context/work.ts";
import { everything, type WorkChoice, type WorkShow, workFields, workShows } from "#app/domain/work/work-choice.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ChipChoice } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { workWords as words } from "#app/words/work.ts";
import { WorkFilters } from "./work-filters.tsx";
import { WorkNote } from "./work-note.tsx";
import styles from "./work-view.module.css";

export type WorkViewProps = {
  readonly page: WorkPage;
  readonly choice: WorkChoice;
  /** What can be done with it: files, print, links. */
  readonly tools?: ReactNode;
  /** A page that is shown by a link: its choice is its member's, and nothing leads into the group. */
  readonly isShared?: boolean;
};

/** Notes and replies of a member in their context, with what chooses among them. */
export function WorkView({ page, choice, tools, isShared = false }: WorkViewProps) {
  return (
    <div className={styles.work}>
      {isShared ? null : (
        <div className={styles.bar}>
          <Parts page={page} choice={choice} />
          <div className={styles.second}>
            <WorkFilters page={page} choice={choice} />
            <div className={styles.tools}>{tools}</div>
          </div>
        </div>
      )}
      {page.items.length === 0 ? (
        <Nothing page={page} choice={choice} />
      ) : (
        <Notes page={page} choice={choice} isShared={isShared} />
      )}
      <Pages page={page} choice={isShared ? everything : choice} />
    </div>
  );
}

/** Addresses of the same page with another choice. */
function addressOf(choice: WorkChoice, from = 0): string {
  return `?${new URLSearchParams({ ...workFields(choice), ...(from > 0 ? { from: String(from) } : {}) })}`;
}

function Parts({ page, choice }: Pick<WorkViewProps, "page" | "choice">) {
  const offered = workShows.filter((show) => show === "all" || show === choice.show || page.counts[show] > 0);
  return (
    <nav aria-label={words.parts} className={styles.parts}>
      {offered.map((show: WorkShow) => (
        <ChipChoice key={show} to={addressOf({ ...choice, show })} on={show === choice.show}>
          {words.shows[show]} {page.counts[show]}
        </ChipChoice>
      ))}
    </nav>
  );
}

function Notes({ page, choice, isShared }: Required<Omit<WorkViewProps, "tools">>) {
  const inTexts = choice.order === "place" || choice.order === "title";
  return (
    <ol className={styles.notes}>
      {page.items.map((item, i) => {
        const begins = inTexts && item.text.id !== page.items[i - 1]?.text.id;
        return (
          <Fragment key={item.id}>
            {begins ? <TextHead item={item} page={page} isShared={isShared} /> : null}
            <WorkNote item={item} withText={!inTexts} isShared={isShared} />
          </Fragment>
        );
      })}
    </ol>
  );
}

function TextHead({ item: { text }, page, isShared }: { item: WorkItem } & Pick<WorkViewProps, "page" | "isShared">) {
  return (
    <li className={styles.text}>
      <h2 lang={text.language || undefined} dir={text.dir}>
        {isShared ? (
          text.title
        ) : (
          <Link to={`/t/${text.id}`} reloadDocument>
            {text.title}
          </Link>
        )}
      </h2>
      {page.group === null ? <p>{text.group.name}</p> : null}
    </li>
  );
}

function Nothing({ page, choice }: Pick<WorkViewProps, "page" | "choice">) {
  const { empty } = words;
  if (page.counts.all > 0 || choice.text !== null) {
    return (
      <EmptyState
        title={empty.filteredTitle}
        action={<ButtonLink to={addressOf({ ...everything, order: choice.order })}>{empty.filteredAction}</ButtonLink>}
      >
        {empty.filtered}
      </EmptyState>
    );
  }
  if (!page.isSelf) return <EmptyState title={empty.othersTitle}>{empty.others(page.member.name)}</EmptyState>;
  const texts = page.group === null ? "/groups" : `/g/${page.group.id}`;
  return (
    <EmptyState
      title={empty.ownTitle}
      action={
        <ButtonLink kind="primary" to={texts}>
          {empty.ownAction}
        </ButtonLink>
      }
    >
      {empty.own}
    </EmptyState>
  );
}

function Pages({ page: { from, items, total }, choice }: Pick<WorkViewProps, "page" | "choice">) {
  if (total <= items.length) return null;
  const next = from + items.length;
  const size = Math.max(items.length, 1);
  return (
    <nav aria-label={words.title} className={styles.pages}>
      {from > 0 ? <ButtonLink to={addressOf(choice, Math.max(0, from - size))}>{words.earlier}</ButtonLink> : null}
      <span>{words.shown(from + 1, next, total)}</span>
      {next < total ? <ButtonLink to={addressOf(choice, next)}>{words.later}</ButtonLink> : null}
    </nav>
  );
}
