import type { ImportRefusal } from "#app/context/documents.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { Page, PageHead, Row, Stack } from "#app/ui/page.tsx";
import { libraryWords } from "#app/words/library.ts";
import { PASTED_NAME } from "./upload.ts";

const words = libraryWords.wait;

/** Why a text could not be read in, and the way back to its form. */
export function ImportRefused({ refusal: { groupId, name, sentence } }: { readonly refusal: ImportRefusal }) {
  return (
    <Page>
      <PageHead title={words.refused}>
        {name === "" || name === PASTED_NAME ? null : (
          <p>
            <bdi>{name}</bdi>
          </p>
        )}
      </PageHead>
      <Stack>
        <FormMessage kind="error">{sentence}</FormMessage>
        <Row>
          <ButtonLink kind="primary" to={`/g/${groupId}/add`}>
            {words.again}
          </ButtonLink>
        </Row>
      </Stack>
    </Page>
  );
}
