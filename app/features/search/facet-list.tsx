import { Link } from "@remix-run/react";
import type { SearchAsked } from "#app/context/search.ts";
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { FacetCount } from "#app/domain/search/facets.ts";
import { formatTerm } from "#app/domain/search/format.ts";
import type { Query } from "#app/domain/search/query.ts";
import { hasTerm, withToggled } from "#app/domain/search/terms.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { searchWords as words } from "#app/words/search.ts";
import styles from "./facet-list.module.css";
import { withQuery, writeAddress } from "./search-address.ts";

export type FacetListProps = {
  readonly group: string;
  readonly asked: SearchAsked;
  readonly query: Query;
  readonly facets: readonly FacetCount[];
  /** True when only some of the notes found were counted. */
  readonly isMore: boolean;
  readonly colourNames: Readonly<Record<string, string>>;
};

const order = ["state", "in", "kind", "by", "tag", "colour"] as const;
type FacetName = (typeof order)[number];

/** What was found, divided: every value a link that narrows the search to it, or takes that back. */
export function FacetList({ group, asked, query, facets, isMore, colourNames }: FacetListProps) {
  return order.map((facet) => {
    const values = facets.filter(({ term }) => facetOf(term) === facet);
    if (values.length === 0) return null;
    return (
      <section key={facet} className={styles.facet} aria-label={words.facets[facet]}>
        <h2>{words.facets[facet]}</h2>
        <ul>
          {values.map((value) => {
            const isOn = hasTerm(query, value.term);
            const label = labelOf(facet, value.name, colourNames);
            return (
              <li key={formatTerm(value.term)}>
                <Link
                  to={writeAddress(group, withQuery(asked, withToggled(query, value.term)))}
                  className={classNames(styles.value, isOn && styles.on)}
                  aria-label={isOn ? words.remove(label) : undefined}
                  preventScrollReset
                >
                  {facet === "colour" ? <i className={classNames(styles.swatch, styles[value.name])} /> : null}
                  <bdi>{label}</bdi>{" "}
                  {isOn ? <Icon name="close" size="s" /> : <small>{words.count(value.count, isMore)}</small>}
                </Link>
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}

function facetOf(term: FacetCount["term"]): FacetName {
  return term.kind === "named" ? term.facet : "state";
}

function labelOf(facet: FacetName, name: string, colourNames: Readonly<Record<string, string>>): string {
  if (facet === "state") return words.flags[name as keyof typeof words.flags] ?? name;
  if (facet === "kind") return words.kinds[name] ?? name;
  if (facet === "colour") return colourNames[name] || words.colours[name as Colour];
  return name;
}
