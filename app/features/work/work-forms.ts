/** What the forms of a portfolio carry. */
import { z } from "zod";
import { workOrders, workShows } from "#app/domain/work/work-choice.ts";

export const shareForm = z
  .object({
    order: z.enum(workOrders).default("place"),
    show: z.enum(workShows).default("all"),
    text: z.string().optional(),
    days: z.coerce.number().catch(0),
    private: z.string().optional(),
  })
  .transform(({ order, show, text, days, private: tick }) => ({
    choice: { order, show, text: text || null },
    days,
    withPrivate: tick === "on",
  }));

export const unshareForm = z.object({ link: z.string().default("") });
