/** How much there is to decide, wherever a member decides. */
import type { QueueBadge } from "#app/context/queue.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { roomName } from "#app/rooms/names.ts";
import type { Store } from "#db/store.ts";
import { epochOf } from "../rights.ts";
import { deskIn } from "./desk.ts";

type Asked = { readonly viewer: Viewer; readonly group: string | undefined; readonly now: number };

/** Of every group in which the viewer decides, or of that one; nothing is said of groups in which they do not. */
export async function badgesOf(read: Store, { viewer, group, now }: Asked): Promise<readonly QueueBadge[]> {
  const cards = await read.groups.cardsOf(viewer.id);
  const decided = cards.filter(({ id, role }) => isStaff(role) && (group === undefined || id === group));
  const badges: QueueBadge[] = [];
  for (const { id } of decided) {
    const desk = await deskIn(read, { viewer, group: id, now });
    const room = roomName({ kind: "queue", group: id });
    const { open } = await read.queueList.counts(id, desk.who);
    badges.push({ group: desk.group, open, room, epoch: await epochOf(read, room) });
  }
  return badges;
}
