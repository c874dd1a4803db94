import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { MenuItem, MenuLink, MenuRule } from "#app/ui/menu.tsx";
import { collectionWords } from "#app/words/collections.ts";
import { curationWords } from "#app/words/curation.ts";
import { summaryWords } from "#app/words/summaries.ts";
import { curationOf } from "./curating.ts";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = curationWords.menu;

/** What staff, and in part the thread's author, can make of a note: entries of its menu, loaded with the first one opened. */
export function CurateItems({ note, thread }: { readonly note: Note; readonly thread: Thread }) {
  const { isOwn, canPublish, curation } = useThreadSurroundings();
  const { canCurate, give, ask } = curation;
  const isRoot = note.id === thread.id;
  const { pinned, featured, resolved, locked, aside } = curationOf(note);
  const mayResolve = isRoot && (canCurate || (canPublish && isOwn(note.seat)));
  const isShown = note.status === "published";
  if (note.placement !== "everyone" || !(canCurate || mayResolve)) return null;
  return (
    <>
      <MenuRule />
      {mayResolve ? (
        <MenuItem icon="check" onSelect={() => give(resolved ? "unresolve" : "resolve", note)}>
          {resolved ? words.unresolve : words.resolve}
        </MenuItem>
      ) : null}
      {canCurate ? (
        <>
          {isShown && pinned === null ? (
            <MenuItem icon="bookmark" onSelect={() => ask("pin", note)}>
              {words.pin}
            </MenuItem>
          ) : null}
          {pinned === null ? null : (
            <>
              {isRoot ? (
                <MenuItem icon="chevronUp" onSelect={() => give("raise", note)}>
                  {words.raise}
                </MenuItem>
              ) : null}
              <MenuItem icon="bookmark" onSelect={() => give("unpin", note)}>
                {words.unpin}
              </MenuItem>
            </>
          )}
          {isShown || featured ? (
            <MenuItem icon="endorse" onSelect={() => give(featured ? "unfeature" : "feature", note)}>
              {featured ? words.unfeature : words.feature}
            </MenuItem>
          ) : null}
          <MenuItem icon="lock" onSelect={() => give(locked ? "unlock" : "lock", note)}>
            {locked ? words.unlock : isRoot ? words.lock : words.lockBranch}
          </MenuItem>
          {isRoot ? (
            <MenuItem icon="clock" onSelect={() => ask("slow", note)}>
              {words.slow}
            </MenuItem>
          ) : null}
          <MenuItem icon="archive" onSelect={() => (aside === null ? ask("aside", note) : give("expand", note))}>
            {aside === null ? words.aside : words.expand}
          </MenuItem>
          {isRoot ? <WholeThreadItems note={note} hasReplies={thread.replies.length > 0} /> : null}
        </>
      ) : null}
    </>
  );
}

function WholeThreadItems({ note, hasReplies }: { readonly note: Note; readonly hasReplies: boolean }) {
  const { curation, who } = useThreadSurroundings();
  const { ask } = curation;
  const isAmong = who(note.seat)?.room === "among";
  return (
    <>
      {hasReplies ? (
        <MenuItem icon="share" onSelect={() => ask("split", note)}>
          {words.split}
        </MenuItem>
      ) : null}
      <MenuItem icon="link" onSelect={() => ask("merge", note)}>
        {words.merge}
      </MenuItem>
      <MenuLink to={`/n/${note.id}/summary`} icon="pencil" reload>
        {note.summary === null ? summaryWords.write : summaryWords.edit}
      </MenuLink>
      <MenuLink to={`/n/${note.id}/collect`} icon="bookmark" reload>
        {collectionWords.collect}
      </MenuLink>
      {isAmong ? (
        <MenuItem icon="people" onSelect={() => ask("lift", note)}>
          {words.lift}
        </MenuItem>
      ) : null}
      <MenuItem icon="arrowRight" onSelect={() => ask("move", note)}>
        {words.move}
      </MenuItem>
    </>
  );
}
