import { Avatar } from "#app/ui/avatar.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./gutter.module.css";
import { useReadingRoom } from "./reading-context.tsx";

/** Beside the text: the number of each paragraph as a link, the printed page that begins there, and a flag where somebody selects. */
export function Gutter() {
  const { geometry, viewport, peers, who, page } = useReadingRoom();
  if (geometry === null) return null;
  const top = viewport.top - viewport.height;
  const bottom = viewport.top + 2 * viewport.height;
  const boxes = geometry.boxes();
  const flags = peers.flatMap(({ seat, selection }) => {
    const face = who(seat);
    return selection === null || face === null ? [] : [{ seat, face, at: geometry.lineTop(selection.start) }];
  });
  return (
    <div className={styles.gutter} dir={page.document.dir}>
      {geometry.index.blocks.map(({ n, number, element }, i) => {
        const at = boxes[i]?.top ?? 0;
        const { page: label } = element.dataset;
        if ((number === null && label === undefined) || at < top || at > bottom) return null;
        return (
          <div key={n} className={styles.block} style={{ transform: `translateY(${Math.round(at)}px)` }}>
            {number === null ? null : (
              <a href={`#b-${n}`} className={styles.number} aria-label={readingWords.copyParagraph(number)}>
                {number}
              </a>
            )}
            {label === undefined ? null : <span className={styles.page}>{readingWords.page(label)}</span>}
          </div>
        );
      })}
      {flags.map(({ seat, face, at }) => (
        <span
          key={seat}
          className={styles.flag}
          style={{ transform: `translateY(${Math.round(at)}px)` }}
          title={readingWords.presence.selecting(face.name)}
        >
          <Avatar face={face} size="s" />
        </span>
      ))}
    </div>
  );
}
