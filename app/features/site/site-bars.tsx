import { Form } from "@remix-run/react";
import type { SiteFace } from "#app/context/site.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Time } from "#app/ui/time.tsx";
import { siteCareWords } from "#app/words/site-care.ts";
import styles from "./site-bars.module.css";

const words = siteCareWords.bars;

export type SiteBarsProps = {
  readonly face: SiteFace;
  readonly viewer: Viewer | null;
  /** Where a bar's form leads back to. */
  readonly here: string;
};

/** What every page says above itself: with whose eyes one looks, that the site is closed, and what was announced. */
export function SiteBars({ face, viewer, here }: SiteBarsProps) {
  const { mode, modeWords, announcements } = face;
  const viewedBy = viewer?.viewedBy;
  if (viewedBy === undefined && mode === "open" && announcements.length === 0) return null;
  return (
    <aside aria-label={words.label} className={styles.bars}>
      {viewedBy === undefined || viewer === null ? null : (
        <div className={classNames(styles.bar, styles.urgent)}>
          <p>
            {words.viewing(viewer.name)} {words.viewingUntil} <Time at={viewedBy.until} form="moment" />.
          </p>
          <Form method="post" action="/view-as" reloadDocument>
            <Button type="submit" name="intent" value="end" size="s">
              {words.end}
            </Button>
          </Form>
        </div>
      )}
      {mode === "open" ? null : (
        <div className={classNames(styles.bar, styles.warning)}>
          <p>
            {mode === "read-only" ? words.readOnly : words.maintenance} {mode === "read-only" ? modeWords : null}
          </p>
        </div>
      )}
      {announcements.map((announcement) => (
        <div key={announcement.id} className={classNames(styles.bar, styles[announcement.level])}>
          <p>{announcement.words}</p>
          {viewedBy === undefined ? (
            <Form method="post" action="/announcement">
              <input type="hidden" name="to" value={here} />
              <Button type="submit" name="announcement" value={announcement.id} kind="quiet" size="s">
                {words.dismiss}
              </Button>
            </Form>
          ) : null}
        </div>
      ))}
    </aside>
  );
}
