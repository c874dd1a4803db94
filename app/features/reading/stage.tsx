import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReadingPage, RosterSeat } from "#app/context/reading.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { quotation } from "#app/domain/annotation/annotation.ts";
import { Prose } from "#app/features/thread/prose.tsx";
import { ProseProvider, type ProseSurroundings } from "#app/features/thread/prose-context.ts";
import { isTombstone, type Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { IconButton } from "#app/ui/button.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { CONTENT } from "#app/ui/skip-link.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { leadWords } from "#app/words/lead.ts";
import { numberOf } from "./block-number.ts";
import { seatsOf } from "./filter-threads.ts";
import styles from "./stage.module.css";
import { useRoster, useSession } from "./use-session.ts";
import { useStageKeys } from "./use-stage-keys.ts";
import { stepIn } from "./view-state.ts";

const words = leadWords.stage;

export type StageProps = {
  readonly page: ReadingPage;
  readonly viewer: Viewer;
  readonly origin: string;
  readonly root: string;
};

/** One thread, large, for a room that looks at a wall: live, walked by keys and by the buttons of a remote control. */
export function Stage({ page, viewer, origin, root }: StageProps) {
  const { notes, opened } = useSession(page, viewer.viewedBy === undefined ? viewer.id : "");
  const { threads } = notes;
  const [id, setId] = useState(root);
  const seats = useMemo(() => seatsOf(threads), [threads]);
  const roster = useRoster(page, seats, opened);
  const who = useCallback((seat: string) => asPeersSee(roster.who(seat)), [roster.who]);
  const ids = useMemo(() => threads.map((thread) => thread.id), [threads]);
  const at = ids.indexOf(id);
  const thread = threads[at] ?? null;
  const main = useRef<HTMLElement>(null);

  const surroundings = useMemo<ProseSurroundings>(
    () => ({ origin, who, isOwn: () => false, titleOf: () => discussionWords.note.linkedNote }),
    [origin, who],
  );

  const step = (by: 1 | -1) => setId(stepIn(ids, id, by) ?? id);
  const leave = () => location.assign(`/t/${page.document.id}?note=${id}`);
  useStageKeys({ step, leave });
  useEffect(() => {
    history.replaceState(history.state, "", `/n/${id}/present`);
    main.current?.scrollTo({ top: 0 });
  }, [id]);

  return (
    <div className={styles.stage}>
      <main
        id={CONTENT}
        ref={main}
        tabIndex={-1}
        className={styles.scene}
        aria-label={words.title(page.document.title)}
      >
        {thread === null ? <p className={styles.wait}>{words.waiting}</p> : null}
        {thread === null ? null : (
          <ProseProvider value={surroundings}>
            <Scene key={thread.id} page={page} thread={thread} nameOf={(note) => who(note.seat)?.name ?? ""} />
          </ProseProvider>
        )}
      </main>
      <footer className={styles.foot}>
        <IconButton icon="arrowLeft" label={words.back} onClick={leave} />
        <h1 className={styles.text} lang={page.document.language || undefined} dir={page.document.dir}>
          {page.document.title}
        </h1>
        <span className={styles.keys}>{words.keys}</span>
        <span>{thread === null ? "" : words.of(at + 1, ids.length)}</span>
        <IconButton icon="chevronUp" label={words.earlier} onClick={() => step(-1)} />
        <IconButton icon="chevronDown" label={words.later} onClick={() => step(1)} />
      </footer>
    </div>
  );
}

type SceneProps = {
  readonly page: ReadingPage;
  readonly thread: Thread;
  readonly nameOf: (note: Note) => string;
};

function Scene({ page, thread: { root, replies }, nameOf }: SceneProps) {
  const { document, blocks } = page;
  const number = root.target === null ? null : numberOf(blocks, root.target.selector[0].start);
  return (
    <article className={styles.thread}>
      {root.target === null ? (
        <p className={styles.number}>{leadWords.place(null)}</p>
      ) : (
        <blockquote className={styles[root.colour ?? "amber"]} lang={document.language || undefined} dir={document.dir}>
          {number === null ? null : <span className={styles.number}>¶{number}</span>} {quotation(root.target)}
        </blockquote>
      )}
      <div aria-live="polite">
        {[root, ...replies].map((note) => (
          <Said key={note.id} note={note} name={nameOf(note)} />
        ))}
      </div>
    </article>
  );
}

function Said({ note, name }: { readonly note: Note; readonly name: string }) {
  if (isTombstone(note)) return null;
  return (
    <section className={note.parent === null ? styles.first : styles.reply}>
      <h2>
        <bdi>{name}</bdi> {note.motivation === "questioning" ? <Badge kind="accent">{words.question}</Badge> : null}
      </h2>
      {note.body === "" ? <p>{words.highlighted}</p> : <Prose body={note.body} linked={false} />}
    </section>
  );
}

/** A wall is looked at by the class: nobody's name stands there who wears a pseudonym before it. */
function asPeersSee(seat: RosterSeat | null): RosterSeat | null {
  return seat?.veil == null ? seat : { ...seat, name: seat.veil, pronouns: "", picture: null, veil: null };
}
