/** Room names, parsed strictly: what does not parse does not exist. Ids are ULIDs. */

export type Room = TextRoom | InboxRoom | QueueRoom;

/** A room about one text. */
export type TextRoom =
  | { readonly kind: "reading"; readonly document: string; readonly audience: string }
  | { readonly kind: "staff"; readonly document: string; readonly group: string }
  | { readonly kind: "desk"; readonly document: string; readonly member: string }
  | { readonly kind: "notes"; readonly document: string; readonly audience: string };

/** What is new to one member, over all groups. */
export type InboxRoom = { readonly kind: "inbox"; readonly member: string };

/** What a group's moderators have to look at. */
export type QueueRoom = { readonly kind: "queue"; readonly group: string };

/** The kinds of rooms of a text that have a feed, as names begin; `notes` is written by clients and stored as updates. */
export const roomKinds = ["reading", "staff", "desk"] as const satisfies readonly TextRoom["kind"][];

const pattern = /^(reading|staff|desk|notes)\/([0-9A-HJKMNP-TV-Z]{26})\/([0-9A-HJKMNP-TV-Z]{26})$/;
const lonePattern = /^(inbox|queue)\/([0-9A-HJKMNP-TV-Z]{26})$/;

/** The name of a room; `parseRoom` is its inverse. */
export function roomName(room: Room): string {
  switch (room.kind) {
    case "reading":
      return `reading/${room.document}/${room.audience}`;
    case "staff":
      return `staff/${room.document}/${room.group}`;
    case "desk":
      return `desk/${room.document}/${room.member}`;
    case "notes":
      return `notes/${room.document}/${room.audience}`;
    case "inbox":
      return `inbox/${room.member}`;
    case "queue":
      return `queue/${room.group}`;
  }
}

/** The room of that name, or null for everything else, however long or strange. */
export function parseRoom(name: string): Room | null {
  if (name.length > 80) return null;
  const [, lone, id] = lonePattern.exec(name) ?? [];
  if (id !== undefined) return lone === "inbox" ? { kind: "inbox", member: id } : { kind: "queue", group: id };
  const [, kind, document, owner] = pattern.exec(name) ?? [];
  if (document === undefined || owner === undefined) return null;
  switch (kind) {
    case "reading":
      return { kind, document, audience: owner };
    case "staff":
      return { kind, document, group: owner };
    case "desk":
      return { kind, document, member: owner };
    case "notes":
      return { kind, document, audience: owner };
    default:
      return null;
  }
}
