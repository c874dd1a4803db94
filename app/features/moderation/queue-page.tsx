import { useLocation, useNavigation, useOutlet } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { IconButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { KeyMap } from "#app/ui/key-map.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { moderatingWords as words } from "#app/words/moderating.ts";
import { QueueList } from "./queue-list.tsx";
import { QueuePanes } from "./queue-panes.tsx";
import { endOfRow } from "./say-row.ts";
import { useBulk } from "./use-bulk.ts";
import { useQueueKeys } from "./use-queue-keys.ts";
import { type Triage, type TriageOptions, useTriage } from "./use-triage.ts";

/** The list with its card: where moderators work. */
export function QueuePage(options: TriageOptions) {
  const triage = useTriage(options);
  const bulk = useBulk(triage);
  const [hasKeyMap, setKeyMap] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  useQueueKeys(triage, () => setKeyMap(true));
  useFirstItem(triage);
  const card = useOutlet(triage);
  const { search } = useLocation();
  const { location: coming } = useNavigation();
  const isLoading = coming !== undefined && coming.search !== search;
  return (
    <>
      <QueuePanes
        isOnItem={triage.current !== null}
        list={<QueueList triage={triage} bulk={bulk} isLoading={isLoading} />}
        card={
          triage.current === null ? (
            <EmptyState
              title={words.list.choose}
              action={<IconButton icon="keyboard" label={words.keys.open} onClick={() => setKeyMap(true)} />}
            >
              {words.list.chooseHint}
            </EmptyState>
          ) : (
            card
          )
        }
      />
      <KeyMap
        open={hasKeyMap}
        onClose={() => setKeyMap(false)}
        words={words.keys}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
      <Spoken triage={triage} />
    </>
  );
}

/** Where list and card stand side by side, the first item is open from the beginning. */
function useFirstItem({ state, current, go, asked }: Triage): void {
  const begun = useRef<string | null>(null);
  const [first] = state.order;
  useEffect(() => {
    const way = asked.view;
    if (begun.current === way || current !== null || first === undefined) return;
    begun.current = way;
    if (window.matchMedia("(min-width: 56rem)").matches) go(first);
  }, [current, first, go, asked.view]);
}

/** For those who listen: what came in, how much is selected, and what others did with the item that is open. */
function Spoken({ triage: { state, current, viewer } }: { readonly triage: Triage }) {
  const row = current === null ? undefined : state.rows.get(current);
  const end = row === undefined || row.decided?.by?.id === viewer ? null : endOfRow(row);
  const holder = row?.claim != null && !row.claim.isMine ? words.live.claimedBy(row.claim.by.name) : null;
  const sentences = [
    state.fresh.length > 0 ? words.live.entered(state.fresh.length) : null,
    state.selected.size > 0 ? words.live.selected(state.selected.size) : null,
    end ?? holder,
  ];
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{sentences.filter((one) => one !== null).join(". ")}</VisuallyHidden>
    </div>
  );
}
