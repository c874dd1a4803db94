import { Link } from "@remix-run/react";
import type { CollectionService } from "#app/context/collections.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { collectionWords as words } from "#app/words/collections.ts";

export type CollectPageProps = {
  readonly offers: Awaited<ReturnType<CollectionService["offers"]>>;
  readonly note: string;
};

/** Into which collections a thread goes. */
export function CollectPage({ offers, note }: CollectPageProps) {
  const home = `/g/${offers.group}/collections`;
  return (
    <Page>
      <PageHead title={words.collectTitle} />
      {offers.collections.length === 0 ? (
        <EmptyState title={words.noCollections} action={<Link to={home}>{words.create}</Link>} />
      ) : (
        <List>
          {offers.collections.map(({ id, title, has }) => (
            <ListRow
              key={id}
              title={
                <Link to={`${home}/${id}`} dir="auto">
                  {title}
                </Link>
              }
              line={has ? words.isIn : null}
              end={
                <RowForm
                  intent={has ? "take-out" : "put"}
                  fields={{ collection: id }}
                  button={has ? words.putOut : words.put}
                  kind={has ? "danger" : "plain"}
                />
              }
            />
          ))}
        </List>
      )}
      <p>
        <Link to={`/n/${note}`} reloadDocument>
          {words.back}
        </Link>
      </p>
    </Page>
  );
}
