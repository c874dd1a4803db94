import type { Peer } from "#app/live/peers.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { readingWords } from "#app/words/reading.ts";
import { useThreadSurroundings } from "./thread-context.tsx";
import styles from "./writing.module.css";

const words = readingWords.thread;

/** Who is replying, with the words of one who shows them. Always one line high, whatever is being written. */
export function TypingLine({ peers }: { readonly peers: readonly Peer[] }) {
  const { who } = useThreadSurroundings();
  const first = peers.find(({ preview }) => preview !== null) ?? peers[0];
  if (first === undefined) return null;
  const author = who(first.seat);
  const name = author?.name ?? words.someone;
  return (
    <div className={styles.typing}>
      <Avatar size="s" face={author ?? { name: "?", hue: 1, picture: null }} />
      {first.preview === null ? (
        <span>{peers.length === 1 ? words.typing(name) : words.someTyping(peers.length)}</span>
      ) : (
        <>
          <span>{discussionWords.preview.writing(name)}</span>
          <span className={styles.growing} dir="auto">
            <bdi>{first.preview}</bdi>
          </span>
        </>
      )}
    </div>
  );
}
