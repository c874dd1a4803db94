import { roomName } from "#app/rooms/names.ts";

/** The name of the n-th room to measure with. */
export function benchRoom(n: number): string {
  const [document, audience] = ["D", "A"].map((kind) => kind + String(n).padStart(25, "0"));
  return roomName({ kind: "reading", document: document ?? "", audience: audience ?? "" });
}
