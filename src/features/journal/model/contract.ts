import { z } from "zod";
import { id, localDateField } from "#shared/atoms.ts";
import { SUBJECT_KINDS } from "./subject-words.ts";

const page = z.coerce.number().int().min(1).max(10_000).default(1);

export const HistoryQuery = z.object({
  territoryId: id,
  kind: z.enum(SUBJECT_KINDS),
  /** the subject; left out where it has none of its own (a school year) */
  id: id.optional(),
  /** the school year, the word of the dictionary */
  key: z.string().max(300).optional(),
  page,
});
export type HistoryQuery = z.output<typeof HistoryQuery>;

export const SearchQuery = z.object({
  territoryId: id,
  person: id.optional(),
  /** the beginning of the action: «report», «report.accept» */
  action: z
    .string()
    .regex(/^[a-z.-]{0,60}$/, "Выберите действие из списка.")
    .default(""),
  kind: z.enum(SUBJECT_KINDS).optional(),
  subject: id.optional(),
  from: localDateField.optional(),
  to: localDateField.optional(),
  q: z.string().max(200).default(""),
  page,
});
export type SearchQuery = z.output<typeof SearchQuery>;

export const EntryChange = z.object({
  /** «Срок» */
  field: z.string(),
  /** «12.10.2026»; null where the value says nothing to people or is not for this reader */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** which part of the subject, where it is not the subject itself */
  of: z.string().nullable(),
  /** `hidden`: not for this reader; `erased`: destroyed by law */
  state: z.enum(["told", "untold", "hidden", "erased"]),
});
export type EntryChange = z.infer<typeof EntryChange>;

export const Entry = z.object({
  id,
  at: z.iso.datetime(),
  /** the day in the municipality, for groups */
  day: z.iso.date(),
  who: z.string(),
  /** «Отчёт принят» */
  what: z.string(),
  subject: z.object({ kind: z.string(), name: z.string().nullable(), link: z.string().nullable() }),
  /** why, as the actor wrote it */
  note: z.string().nullable(),
  /** «компьютер, 10.0.0.7» */
  origin: z.string().nullable(),
  changes: z.array(EntryChange),
});
export type Entry = z.infer<typeof Entry>;

export const History = z.object({ items: z.array(Entry), total: z.int(), pageSize: z.int() });
export type History = z.infer<typeof History>;

export const JournalPage = History.extend({
  /** people who did anything here, for the filter */
  people: z.array(z.object({ id, name: z.string() })),
  /** there are more rows than are counted */
  more: z.boolean(),
});
export type JournalPage = z.infer<typeof JournalPage>;
