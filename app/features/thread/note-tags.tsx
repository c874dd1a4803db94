import { discussionWords } from "#app/words/discussion.ts";
import styles from "./note-marks.module.css";
import { TagMark } from "./tag-mark.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";

/** The tags of a note; each shows the notes that have it too. */
export function NoteTags({ tags }: { readonly tags: readonly string[] }) {
  const { showTag } = useThreadSurroundings();
  if (tags.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label={discussionWords.note.tags}>
      {tags.map((tag) => (
        <li key={tag}>
          <button
            type="button"
            className={styles.tag}
            title={discussionWords.note.tag(tag)}
            onClick={() => showTag(tag)}
          >
            <TagMark tag={tag} />
          </button>
        </li>
      ))}
    </ul>
  );
}
