import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { landingWords, siteWords } from "#app/words/site.ts";
import styles from "./landing.module.css";

/** What Glossa is, for somebody who is not signed in. */
export function Landing({ demo }: { readonly demo: boolean }) {
  return (
    <div className={styles.page}>
      <div className={styles.words}>
        <h1>{landingWords.title}</h1>
        <p className={styles.lead}>{landingWords.lead}</p>
        <div className={styles.actions}>
          <ButtonLink kind="primary" to="/sign-in">
            {demo ? landingWords.demo : siteWords.signIn}
          </ButtonLink>
          <ButtonLink to="/sign-up">{siteWords.signUp}</ButtonLink>
        </div>
      </div>
      <Sample />
      <ul className={styles.points}>
        {landingWords.points.map((point) => (
          <li key={point.title}>
            <h2>{point.title}</h2>
            <p>{point.sentence}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the margin looks like, drawn with words only. */
function Sample() {
  const { sample } = landingWords;
  return (
    <figure className={styles.sample} aria-label={sample.label}>
      <p className={styles.passage}>
        <span className={styles.number} aria-hidden="true">
          {sample.number}
        </span>
        {sample.before}
        <mark>{sample.marked}</mark>
        {sample.after}
      </p>
      <div className={styles.card}>
        <div className={styles.by}>
          <Avatar face={{ name: sample.name, hue: 1, picture: null }} />
          <strong>{sample.name}</strong>
          <Badge kind="accent">{sample.badge}</Badge>
          <span>{sample.time}</span>
        </div>
        <p>{sample.note}</p>
        <hr />
        <div className={styles.by}>
          <Avatar face={{ name: sample.replyName, hue: 2, picture: null }} />
          <strong>{sample.replyName}</strong>
          <span>{sample.replyTime}</span>
        </div>
        <p>{sample.reply}</p>
      </div>
    </figure>
  );
}
