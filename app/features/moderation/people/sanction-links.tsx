import { sanctionKinds } from "#app/domain/moderation/sanction.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Row } from "#app/ui/page.tsx";
import { peopleWords } from "#app/words/people.ts";

export type SanctionLinksProps = { readonly group: string; readonly member: string };

/** From a note to what can be done about its author: each opens the member's card at that form, with what it will do. */
export function SanctionLinks({ group, member }: SanctionLinksProps) {
  return (
    <Row>
      {sanctionKinds.map((kind) => (
        <ButtonLink key={kind} size="s" to={`/g/${group}/moderation/people/${member}#${kind}`}>
          {peopleWords.act[kind]}
        </ButtonLink>
      ))}
    </Row>
  );
}
