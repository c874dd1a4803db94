import type { ReadingPage } from "#app/context/reading.ts";
import { newsWords } from "#app/words/news.ts";
import styles from "./notes-without-script.module.css";

const words = newsWords.follow.menu;

/** Following and muting a thread where there is no JavaScript. */
export function ThreadFollowForm({ root, page }: { readonly root: string; readonly page: ReadingPage }) {
  const level = page.levels.find((one) => one.root === root)?.level ?? null;
  const isFollowed = level === "follow";
  const isMuted = level === "mute";
  return (
    <form method="post" action="/follow" className={styles.form}>
      <input type="hidden" name="kind" value="thread" />
      <input type="hidden" name="id" value={root} />
      <input type="hidden" name="group" value={page.group.id} />
      <input type="hidden" name="back" value={`/t/${page.document.id}#note-${root}`} />
      <button type="submit" name="intent" value={isFollowed ? "none" : "follow"}>
        {isFollowed ? words.unfollow : words.follow}
      </button>
      <button type="submit" name="intent" value={isMuted ? "none" : "mute"}>
        {isMuted ? words.unmute : words.mute}
      </button>
    </form>
  );
}
