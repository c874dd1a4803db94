/** The left column of every page of moderation, as one list: a page of moderation stands here with one line. */
import { type QueueView, queueViews } from "#app/domain/moderation/view.ts";
import { appealWords, recordWords } from "#app/words/appeals.ts";
import { moderatingWords as words } from "#app/words/moderating.ts";
import { rulesWords } from "#app/words/rules.ts";
import { peopleSections } from "./people/people-sections.ts";
import { addressOf, FIRST_VIEW } from "./queue-address.ts";

export type SectionEntry = {
  /** Asked when it is shown, so that it is in the language of whoever reads. */
  readonly label: () => string;
  /** What follows `/g/GROUP/` in its address. */
  readonly to: string;
  /** The view of the queue whose number stands beside it. */
  readonly view?: QueueView;
};

export type Section = { readonly title: () => string; readonly entries: readonly SectionEntry[] };

/** Everything first, what was decided last. */
const shownViews: readonly QueueView[] = [FIRST_VIEW, ...queueViews.filter((view) => view !== FIRST_VIEW)];

export const sections: readonly Section[] = [
  {
    title: () => words.sections.queues,
    entries: shownViews.map((view) => ({
      label: () => words.views[view],
      to: `moderation${addressOf({ view, sort: "priority", filters: {}, cursor: null })}`,
      view,
    })),
  },
  {
    title: () => words.sections.people,
    entries: peopleSections.map(({ path, label }) => ({ label, to: `moderation/${path}` })),
  },
  {
    title: () => words.sections.record,
    entries: [
      { label: () => recordWords.title, to: "record" },
      { label: () => appealWords.title, to: "appeals" },
      { label: () => rulesWords.page.tab, to: "moderation/rules" },
    ],
  },
];
