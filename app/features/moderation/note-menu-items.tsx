import type { Note } from "#app/live/note.ts";
import { MenuItem } from "#app/ui/menu.tsx";
import { noteToolsWords as words } from "#app/words/note-tools.ts";

/** What somebody wants to do about a note; the dialog for it is fetched when it is wanted. */
export type NoteWish = {
  readonly kind: "report" | "remove" | "revise";
  readonly note: Note;
  /** Whose it is, or null where that is not known. */
  readonly author: { readonly id: string; readonly name: string } | null;
};

export type NoteMenuItemsProps = {
  readonly note: Note;
  readonly isMine: boolean;
  readonly canDecide: boolean;
  /** The reader's own report of it, or null. */
  readonly report: string | null;
  readonly onWish: (kind: NoteWish["kind"]) => void;
  readonly onWithdraw: (report: string) => void;
  readonly onPublish: () => void;
};

/** Entries of a note's menu: to report it, and for moderators to decide about it. */
export function NoteMenuItems(props: NoteMenuItemsProps) {
  const { note, isMine, canDecide, report, onWish, onWithdraw, onPublish } = props;
  const isHere = note.status === "published" || note.status === "held" || note.status === "hidden";
  if (isMine || note.placement === "me") return null;
  return (
    <>
      {canDecide && note.status === "held" ? (
        <MenuItem icon="check" onSelect={onPublish}>
          {words.publish}
        </MenuItem>
      ) : null}
      {canDecide && isHere ? (
        <>
          <MenuItem icon="pencil" onSelect={() => onWish("revise")}>
            {words.revise}
          </MenuItem>
          <MenuItem icon="trash" danger onSelect={() => onWish("remove")}>
            {words.remove}
          </MenuItem>
        </>
      ) : null}
      {report === null ? (
        <MenuItem icon="flag" onSelect={() => onWish("report")}>
          {words.report}
        </MenuItem>
      ) : (
        <MenuItem icon="flag" onSelect={() => onWithdraw(report)}>
          {words.withdraw}
        </MenuItem>
      )}
    </>
  );
}
