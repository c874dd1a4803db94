import type { LoaderFunctionArgs } from "@remix-run/node";
import { workFile } from "#app/http/work-file.ts";

/** A member's notes in a group as a file. */
export function loader(args: LoaderFunctionArgs): Promise<Response> {
  return workFile(args, { group: args.params.group ?? "", member: args.params.member ?? "" });
}
