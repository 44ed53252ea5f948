import { z } from "zod";

const Paragraph = z.object({
  kind: z.literal("paragraph"),
  text: z.string(),
  /** 1…9 for a heading */
  level: z.number().optional(),
  /** the mark of a list item and its depth from 0 */
  marker: z.string().optional(),
  depth: z.number().optional(),
});
const Cell = z.object({ text: z.string(), colSpan: z.number(), rowSpan: z.number() });
export type Cell = z.infer<typeof Cell>;
const Table = z.object({ kind: z.literal("table"), rows: z.array(z.array(Cell)) });

/** The words of a document as a page can show them; `cut` where it goes on. */
export const FileText = z.object({ blocks: z.array(z.union([Paragraph, Table])), cut: z.boolean() });
export type FileText = z.infer<typeof FileText>;
export type FileTextBlock = FileText["blocks"][number];
