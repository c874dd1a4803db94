import { z } from "zod";

/** What a `CheckField` sends: "on", or nothing. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");
