import type { SessionRow } from "#app/context/accounts.ts";
import { Badge } from "#app/ui/chip.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { settingsWords } from "#app/words/settings.ts";

const words = settingsWords.sessions;

/** Where the viewer is signed in; each place but this one can be ended. */
export function SessionList({ sessions }: { readonly sessions: readonly SessionRow[] }) {
  return (
    <>
      <List>
        {sessions.map((session) => (
          <ListRow
            key={session.id}
            title={
              <>
                {session.device} {session.current ? <Badge kind="accent">{words.current}</Badge> : null}
              </>
            }
            line={
              <>
                {words.seen} <Time at={session.seenAt} /> · {words.since} <Time at={session.createdAt} form="date" />
              </>
            }
            end={
              session.current ? null : (
                <RowForm intent="end" fields={{ session: session.id }} button={words.end} kind="danger" />
              )
            }
          />
        ))}
      </List>
      {sessions.length > 1 ? <RowForm intent="others" fields={{ session: "others" }} button={words.others} /> : null}
    </>
  );
}
