/** What a new assignment begins with. */
import type { Brief } from "#app/domain/assignment/assignment.ts";
import { shapes, type Template } from "#app/domain/assignment/templates.ts";
import { noTimes } from "#app/domain/assignment/times.ts";
import type { Store } from "#db/store.ts";

/** Nothing asked, nothing due, everybody together. */
export function plainBrief(zone: string): Brief {
  return {
    ...{ title: "", instructions: "", texts: [], prompts: [], requirements: [] },
    times: noTimes(zone),
    late: { grace: 0, penalty: { kind: "none" } },
    ...{ scheme: { kind: "complete" }, isBlind: false, hasSecondMarker: false },
    ...{ reveal: { kind: "open" }, anonymity: "off", sectionSet: null },
  };
}

/** The form of the template, with what the group begins with for everything that the template does not say; `zone` where neither does. */
export async function beginning(store: Store, groupId: string, template: Template, zone: string): Promise<Brief> {
  const start = await store.courses.start(groupId);
  if (start === null) return { ...plainBrief(zone), ...shapes[template] };
  const { zone: clock, ...said } = start;
  const brief = { ...plainBrief(clock), ...said };
  return template === "blank" ? brief : { ...brief, ...shapes[template] };
}
