import type { Thread } from "#app/live/thread-index.ts";
import { MenuItem } from "#app/ui/menu.tsx";
import { newsWords } from "#app/words/news.ts";
import { useThreadSurroundings } from "./thread-context.tsx";

/** Whether the reader is told of replies in a thread: two entries of its menu. */
export function FollowItems({ thread }: { readonly thread: Thread }) {
  const { levelOf, setLevel } = useThreadSurroundings();
  const level = levelOf(thread);
  const words = newsWords.follow.menu;
  const isFollowed = level === "follow";
  const isMuted = level === "mute";
  return (
    <>
      <MenuItem icon="bell" onSelect={() => setLevel(thread.id, isFollowed ? null : "follow")}>
        {isFollowed ? words.unfollow : words.follow}
      </MenuItem>
      <MenuItem icon="bellOff" onSelect={() => setLevel(thread.id, isMuted ? null : "mute")}>
        {isMuted ? words.unmute : words.mute}
      </MenuItem>
    </>
  );
}
