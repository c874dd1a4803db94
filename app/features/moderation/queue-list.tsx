import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { BULK_FORM, BulkBar } from "./bulk-bar.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { addressOf, countFilters, FIRST_VIEW } from "./queue-address.ts";
import styles from "./queue-list.module.css";
import { QueueRow } from "./queue-row.tsx";
import type { Bulk } from "./use-bulk.ts";
import type { Triage } from "./use-triage.ts";

const words = moderatingWords.list;

export type QueueListProps = { readonly triage: Triage; readonly bulk: Bulk; readonly isLoading: boolean };

/** The middle pane: how it is looked at, what came in, and the items. */
export function QueueList({ triage, bulk, isLoading }: QueueListProps) {
  const { asked, page, state, current, tell } = triage;
  const rows = state.order.flatMap((id) => state.rows.get(id) ?? []);
  const older = page.next === null ? null : addressOf({ ...asked, cursor: page.next });
  return (
    <section className={styles.pane} aria-label={moderatingWords.views[asked.view]} aria-busy={isLoading}>
      <header className={styles.head}>
        <h1 className={styles.title}>{moderatingWords.views[asked.view]}</h1>
        <p className={styles.hint}>{moderatingWords.viewHints[asked.view]}</p>
        <FilterPanel triage={triage} />
      </header>
      {state.fresh.length > 0 ? (
        <button
          type="button"
          className={styles.fresh}
          aria-label={words.freshLabel(state.fresh.length)}
          onClick={() => tell({ kind: "show-fresh" })}
        >
          {words.fresh(state.fresh.length)}
        </button>
      ) : null}
      <div className={styles.scroll}>
        {rows.length === 0 ? <Nothing triage={triage} /> : null}
        <ul aria-label={words.label}>
          {rows.map((row) => (
            <QueueRow
              key={row.id}
              row={row}
              to={triage.addressOf(row.id)}
              isHere={row.id === current}
              isSelected={state.selected.has(row.id)}
              form={BULK_FORM}
              onSelect={bulk.select}
            />
          ))}
        </ul>
        <div className={styles.more}>
          {asked.cursor === null ? null : (
            <ButtonLink className={styles.newest ?? ""} to={`?${addressOf({ ...asked, cursor: null }).slice(1)}`}>
              {words.newest}
            </ButtonLink>
          )}
          {older === null ? null : (
            <ButtonLink to={older} preventScrollReset>
              {words.older}
            </ButtonLink>
          )}
        </div>
      </div>
      <BulkBar triage={triage} bulk={bulk} />
    </section>
  );
}

function Nothing({ triage: { asked, group } }: { readonly triage: Triage }) {
  const home = `/g/${group}/moderation`;
  const { empty } = words;
  if (countFilters({ ...asked, sort: "priority" }) > 0) {
    const bare = addressOf({ ...asked, filters: {}, cursor: null });
    return <EmptyState title={empty.filtered} action={<ButtonLink to={home + bare}>{empty.clear}</ButtonLink>} />;
  }
  const all = asked.view === FIRST_VIEW ? null : <ButtonLink to={home}>{empty.all}</ButtonLink>;
  return (
    <EmptyState title={empty.title} action={all}>
      {empty.sentence}
    </EmptyState>
  );
}
