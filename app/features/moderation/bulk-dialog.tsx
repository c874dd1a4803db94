import type { FormEvent } from "react";
import { type Reason, reasons } from "#app/domain/moderation/reason.ts";
import { needingReason } from "#app/domain/moderation/transition.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog, DialogActions } from "#app/ui/dialog.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { BatchLook, BatchRows } from "./batch-look.tsx";
import styles from "./bulk-dialog.module.css";
import { ReasonFields } from "./reason-fields.tsx";
import { nameOfRow } from "./say-row.ts";
import type { Bulk, BulkStage } from "./use-bulk.ts";
import type { Triage } from "./use-triage.ts";

type BulkDialogProps = { readonly triage: Triage; readonly bulk: Bulk; readonly stage: BulkStage };

const words = moderatingWords.bulk;

/** A batch before, while and after it is decided. */
export function BulkDialog({ triage, bulk, stage }: BulkDialogProps) {
  const nameOf = (item: string) => nameOfRow(triage.state.rows.get(item) ?? { by: null });
  const title = stage.kind === "preview" ? moderatingWords.actions[stage.verb] : words.label;
  return (
    <Dialog open wide title={title} onClose={bulk.close}>
      {stage.kind === "preview" ? <Preview bulk={bulk} stage={stage} nameOf={nameOf} /> : null}
      {stage.kind === "running" ? (
        <div role="status" className={styles.running}>
          <p>{words.running}</p>
          <progress value={stage.at} max={stage.of} aria-label={words.running} />
          <p>{words.progress(stage.at, stage.of)}</p>
        </div>
      ) : null}
      {stage.kind === "result" || stage.kind === "undone" ? (
        <>
          <BatchRows result={stage.result} isUndone={stage.kind === "undone"} nameOf={nameOf} />
          <DialogActions>
            {stage.kind === "result" ? (
              <Button icon="undo" onClick={() => void bulk.undo()}>
                {words.undo}
              </Button>
            ) : null}
            <Button kind="primary" onClick={bulk.close}>
              {words.close}
            </Button>
          </DialogActions>
        </>
      ) : null}
    </Dialog>
  );
}

type PreviewProps = {
  readonly bulk: Bulk;
  readonly stage: Extract<BulkStage, { kind: "preview" }>;
  readonly nameOf: (item: string) => string;
};

function Preview({ bulk, stage: { verb, preview }, nameOf }: PreviewProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const said = (name: string) => String(fields.get(name) ?? "");
    const reason: Reason | null = reasons.find((one) => one === said("reason")) ?? null;
    void bulk.run({ verb, reason, toAuthor: said("toAuthor"), toStaff: said("toStaff") });
  };
  if (preview === null) return <p role="status">{moderatingWords.list.loading}</p>;
  return (
    <form onSubmit={submit} className={styles.form}>
      <BatchLook preview={preview} nameOf={nameOf} />
      {verb === "publish" ? null : <ReasonFields suggested={null} isOptional={!needingReason.has(verb)} />}
      <DialogActions>
        <Button kind="quiet" onClick={bulk.close}>
          {moderatingWords.actions.cancel}
        </Button>
        <Button type="submit" kind={verb === "remove" ? "danger" : "primary"} disabled={preview.would === 0}>
          {words.confirm(preview.would)}
        </Button>
      </DialogActions>
    </form>
  );
}
