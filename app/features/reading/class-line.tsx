import { numberAt } from "#app/features/annotation/text-index.ts";
import { Button, IconButton } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { leadWords as words } from "#app/words/lead.ts";
import styles from "./class-line.module.css";
import { useReadingRoom } from "./reading-context.tsx";
import { useCall } from "./use-call.ts";
import { useFollowing } from "./use-following.ts";

/** That a teacher is somewhere, for those who may come along; and for the teacher, that everybody was called. */
export function ClassLine() {
  const room = useReadingRoom();
  const { lead, page, geometry, who } = room;
  const following = useFollowing(room);
  const call = useCall(page.document.id);
  const number = lead?.start == null || geometry === null ? null : numberAt(geometry.index, lead.start);
  const place = words.place(number);
  const name = (lead && who(lead.seat)?.name) || words.someone;
  const isOwn = lead !== null && page.ownSeats.includes(lead.seat);
  const isElsewhere = lead !== null && following.at !== lead.n;
  return (
    <div role="status" className={styles.place}>
      {lead === null || (following.isDismissed && !following.isFollowing) ? null : isOwn ? (
        <div className={styles.line}>
          <Icon name="flag" size="s" />
          <span>{words.leading(place)}</span>
          <Button size="s" kind="quiet" onClick={() => call(null)}>
            {words.end}
          </Button>
        </div>
      ) : following.isFollowing ? (
        <div className={styles.line}>
          <Icon name="flag" size="s" />
          <span>{isElsewhere ? words.waiting(name, place) : words.following(name, place)}</span>
          {isElsewhere ? (
            <Button size="s" kind="quiet" onClick={following.go}>
              {words.go}
            </Button>
          ) : null}
          <Button size="s" kind="quiet" onClick={() => following.follow(false)}>
            {words.stop}
          </Button>
        </div>
      ) : (
        <div className={styles.line}>
          <Icon name="flag" size="s" />
          <span>{words.invitation(name, place)}</span>
          <Button size="s" kind="quiet" onClick={following.go}>
            {words.go}
          </Button>
          <Button size="s" kind="quiet" onClick={() => following.follow(true)}>
            {words.follow(name)}
          </Button>
          <IconButton size="s" icon="close" label={words.dismiss} onClick={following.dismiss} />
        </div>
      )}
    </div>
  );
}
