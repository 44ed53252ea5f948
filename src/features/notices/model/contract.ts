import { z } from "zod";
import { id } from "#shared/atoms.ts";

export const NoticesQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

export const Notice = z.object({
  id,
  territoryId: id,
  kind: z.string(),
  text: z.string(),
  link: z.string(),
  at: z.string(),
  read: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticeList = z.object({
  rows: z.array(Notice),
  total: z.number(),
  unread: z.number(),
  page: z.number(),
  pageSize: z.number(),
});
export type NoticeList = z.infer<typeof NoticeList>;

/** Without ids: everything. */
export const MarkRead = z.object({ ids: z.array(id).max(200).optional() });
