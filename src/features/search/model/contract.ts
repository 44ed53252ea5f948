import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { FOUND_KINDS } from "./kinds.ts";

/** the longest question that is answered; the field of the page holds no more */
export const MOST_LETTERS = 200;

export const FindQuery = z.object({
  q: z
    .string()
    .max(MOST_LETTERS, `Ищем не длиннее\u00A0${MOST_LETTERS} знаков: оставьте главные слова.`)
    .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
    .default(""),
  /** all: the first of every kind */
  kind: z.enum([...FOUND_KINDS, "all"]).default("all"),
  page: z.coerce.number().int().min(1).max(100).default(1),
});
export type FindQuery = z.output<typeof FindQuery>;

/** A text cut where the words asked for stand in it. */
export const Piece = z.object({ text: z.string(), found: z.boolean() });
export type Piece = z.infer<typeof Piece>;

export const Hit = z.object({
  kind: z.enum(FOUND_KINDS),
  id,
  /** address of its page */
  link: z.string(),
  title: z.array(Piece),
  /** where it belongs: «Мероприятие 1.2, „Поддержка школ“» */
  place: z.string(),
  /** how it stands; null where there is nothing to say */
  state: z.string().nullable(),
  /** a piece of its text with the words; empty where they stand in its title */
  text: z.array(Piece),
});
export type Hit = z.infer<typeof Hit>;

export const FoundGroup = z.object({
  kind: z.enum(FOUND_KINDS),
  total: z.int(),
  /** there are more than `total`, which were not counted */
  beyond: z.boolean(),
  hits: z.array(Hit),
});
export type FoundGroup = z.infer<typeof FoundGroup>;

export const Found = z.object({
  /** what was looked for instead of what was typed: another layout of the keyboard, a slip mended; null: as typed */
  searched: z.string().nullable(),
  /** kinds that have something, in their order */
  groups: z.array(FoundGroup),
});
export type Found = z.infer<typeof Found>;

/** hits of a kind beside those of the others, and on a page of its own */
export const FIRST_HITS = 5;
export const PAGE_HITS = 20;
