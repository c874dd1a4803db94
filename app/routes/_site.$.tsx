import { Problem } from "#app/domain/problem.ts";
import { problemResponse } from "#app/http/problem-response.ts";
import { errorWords } from "#app/words/site.ts";

/** Every address that nothing else answers. */
export function loader() {
  throw problemResponse(new Problem("not-found", errorWords.missing.sentence));
}

export { loader as action };

export default function Missing() {
  return null;
}
