import type { Viewer } from "#app/context/viewer.ts";
import { defaultSettings } from "#app/domain/member/member.ts";
import type { MemberRecord } from "#db/repositories/members.ts";

/** What a request may know of its own member: everything but the password's hash. `provedAt` is the session's, milliseconds. */
export function viewerOf(member: MemberRecord, provedAt?: number): Viewer {
  const { id, name, pronouns, hue, picture, email, timeZone, isAdmin, settings } = member;
  return {
    id,
    name,
    pronouns,
    hue,
    picture,
    email,
    timeZone,
    isAdmin,
    settings: { ...defaultSettings, ...settings },
    ...(provedAt === undefined ? {} : { provedAt }),
  };
}
