import styles from "./avatar.module.css";
import { classNames } from "./class-names.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** Whom an avatar shows; `hue` is 1 to 5, `picture` the name of a stored picture. */
export type Face = { readonly name: string; readonly hue: number; readonly picture: string | null };

export type AvatarSize = "s" | "m" | "l" | "xl";

/** A picture or initials in a circle; decorative, since the name stands beside it (`AvatarStack` says the names itself). */
export function Avatar({ face, size = "m" }: { readonly face: Face; readonly size?: AvatarSize }) {
  const look = classNames(styles.avatar, styles[size], styles[`hue${face.hue}`]);
  if (face.picture !== null) {
    return (
      <span className={look}>
        <img src={`/pictures/${face.picture}`} alt="" width={256} height={256} loading="lazy" decoding="async" />
      </span>
    );
  }
  return (
    <span className={look} aria-hidden="true">
      {initials(face.name)}
    </span>
  );
}

/** Overlapping avatars with the names as one accessible text; those beyond `max` become "+n". */
export function AvatarStack({
  faces,
  label,
  max = 3,
  size = "m",
}: {
  readonly faces: readonly Face[];
  /** The names as a sentence, for instance "Amina and Jonas are reading now". */
  readonly label: string;
  readonly max?: number;
  readonly size?: AvatarSize;
}) {
  const shown = faces.slice(0, max);
  const rest = faces.length - shown.length;
  return (
    <span className={styles.stack} title={label}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {shown.map((face, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name and picture
        <Avatar key={place} face={face} size={size} />
      ))}
      {rest > 0 ? (
        <span className={classNames(styles.avatar, styles[size], styles.rest)} aria-hidden="true">
          +{rest}
        </span>
      ) : null}
    </span>
  );
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** First letters of the first and the last word, whole characters as readers see them; "?" for a name without letters. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends.map((word) => firstGrapheme(word ?? "")).join("") || "?";
}

function firstGrapheme(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment.toUpperCase();
  return "";
}
