import { commonsName } from "#app/domain/document/licence.ts";
import { licencesWords as words } from "./licences.ts";

/** A licence as people read it; "" for none, and what somebody wrote as it is. */
export function sayLicence(licence: string): string {
  if (licence === "public-domain") return words.publicDomain;
  if (licence === "all-rights-reserved") return words.reserved;
  return commonsName(licence) ?? licence;
}
