/** The caret stays behind the letter it follows, so that what two people write at one place is two runs of words. */
import { Plugin } from "prosemirror-state";
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from "y-prosemirror";
import {
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromTypeIndex,
  type Doc,
  type RelativePosition,
  type Transaction,
  XmlText,
} from "yjs";

/**
 * y-prosemirror remembers what stands after the caret: at the end of a line that is nothing, and the caret would go behind
 * each letter that somebody else adds there. To be listed behind `ySyncPlugin`, whose memory of the caret this one corrects
 * when words come from elsewhere; what the reader takes back or does again leads the caret as before.
 */
export function steadyCaret(doc: Doc): Plugin {
  return new Plugin({
    view(view) {
      const hold = ({ local }: Transaction) => {
        const binding: ProsemirrorBinding | undefined = ySyncPluginKey.getState(view.state)?.binding;
        if (local || binding === undefined || !view.state.selection.empty) return;
        const { type, head } = getRelativeSelection(binding, view.state);
        const held = afterLetter(head, doc);
        if (held !== null) binding.beforeTransactionSelection = { type, anchor: held, head: held };
      };
      doc.on("beforeTransaction", hold);
      return { destroy: () => doc.off("beforeTransaction", hold) };
    },
  });
}

/** The same place, bound to the letter before it; null where a line begins. */
function afterLetter(place: RelativePosition, doc: Doc): RelativePosition | null {
  const found = place && createAbsolutePositionFromRelativePosition(place, doc);
  if (found === null || !(found.type instanceof XmlText) || found.index === 0) return null;
  return createRelativePositionFromTypeIndex(found.type, found.index, -1);
}
