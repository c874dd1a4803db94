import type { BatchPreview, BatchResult } from "#app/context/queue.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { INTENT } from "#app/ui/intent.ts";
import { Page, PageHead, Row, Stack } from "#app/ui/page.tsx";
import { moderatingWords as words } from "#app/words/moderating.ts";
import { BatchLook, BatchRows } from "./batch-look.tsx";
import { ReasonFields } from "./reason-fields.tsx";

type Asked = {
  readonly batch: {
    readonly items: readonly { readonly item: string; readonly version: number }[];
    readonly verb: string;
  };
  readonly preview: BatchPreview;
};

export type ActPageProps = {
  readonly group: string;
  readonly answer:
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly sentence: string; readonly fields: Readonly<Record<string, string>> }
    | undefined;
};

/** What came of a form of the queue where there are no scripts: why it was not done, or a batch before and after. */
export function ActPage({ group, answer }: ActPageProps) {
  const action = `/g/${group}/moderation/act`;
  const value = answer?.ok === true ? answer.value : null;
  return (
    <Page>
      <PageHead title={words.title} />
      {answer?.ok === false ? (
        <FormMessage kind="error">{answer.sentence || Object.values(answer.fields)[0]}</FormMessage>
      ) : null}
      {isAsked(value) ? <Confirm action={action} {...value} /> : null}
      {isResult(value) ? <Result action={action} result={value} /> : null}
      <Row>
        <ButtonLink to={`/g/${group}/moderation`}>{words.list.back}</ButtonLink>
      </Row>
    </Page>
  );
}

const nameless = () => words.list.item;

function Confirm({ action, batch, preview }: Asked & { readonly action: string }) {
  return (
    <form method="post" action={action}>
      <Stack>
        <input type="hidden" name={INTENT} value="bulk" />
        <input type="hidden" name="verb" value={batch.verb} />
        <input
          type="hidden"
          name="items"
          value={batch.items.map(({ item, version }) => `${item}:${version}`).join(",")}
        />
        <BatchLook preview={preview} nameOf={nameless} />
        {batch.verb === "publish" ? null : <ReasonFields suggested={null} isOptional={batch.verb === "hide"} />}
        <Button type="submit" kind="primary" disabled={preview.would === 0}>
          {words.bulk.confirm(preview.would)}
        </Button>
      </Stack>
    </form>
  );
}

function Result({ action, result }: { readonly action: string; readonly result: BatchResult }) {
  return (
    <form method="post" action={action}>
      <Stack>
        <input type="hidden" name={INTENT} value="undo-batch" />
        <input type="hidden" name="batch" value={result.batch} />
        <BatchRows result={result} isUndone={false} nameOf={nameless} />
        <Button type="submit" icon="undo">
          {words.bulk.undo}
        </Button>
      </Stack>
    </form>
  );
}

function isAsked(value: unknown): value is Asked {
  return typeof value === "object" && value !== null && "preview" in value && "batch" in value;
}

function isResult(value: unknown): value is BatchResult {
  return typeof value === "object" && value !== null && "rows" in value && "batch" in value;
}
