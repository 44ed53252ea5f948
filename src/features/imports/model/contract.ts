import { z } from "zod";
import { id, line, localDateField, version } from "#shared/atoms.ts";
import { Audience } from "#features/places/model/audience.ts";
import { AccountMoments } from "#features/programmes/model/cadence.ts";
import { TableEdit } from "./table-edits.ts";

/** What the officer says about the programme to be made; proposed from the document, changed on the review screen. */
export const ImportSettings = z.object({
  title: line(600, "Назовите программу."),
  shortTitle: line(80, "Дайте программе короткое имя: под ним её увидят школы."),
  startsOn: localDateField,
  endsOn: localDateField,
  yearKind: z.enum(["calendar", "school"]),
  /** the document or the officer named the years; otherwise they are only proposed, and asked about */
  periodGiven: z.boolean().default(true),
  accountMoments: AccountMoments,
  /** tables of the reading that become roadmaps, by their first physical index */
  tables: z.array(z.int().min(0)),
});
export type ImportSettings = z.infer<typeof ImportSettings>;

/** One answer to a doubt: the key of an option, or «own» with a value of the person's own. The last answer to a doubt counts. */
export const Decision = z.object({
  doubtId: z.string().min(1).max(1000),
  option: z.string().min(1).max(60),
  own: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("term"), text: line(2000, "Напишите срок.") }),
      z.object({ kind: z.literal("audience"), audience: Audience }),
      z.object({ kind: z.literal("text"), text: line(4000, "Напишите текст.") }),
    ])
    .optional(),
  /** whom a code means here goes to the district's dictionary when the import is approved */
  remember: z.boolean().default(false),
});
export type Decision = z.infer<typeof Decision>;

/** As kept: answers given at once share a step, which undo takes away whole. */
export const TakenDecision = Decision.extend({ step: z.int().min(1) });
export type TakenDecision = z.infer<typeof TakenDecision>;

/** What was said of tables, columns and rows is kept among the answers, so that one undo goes back through both. */
const TakenEdit = z.object({ edit: TableEdit, step: z.int().min(1) });

/** One step of the officer, as kept. */
export const Taken = z.union([TakenDecision, TakenEdit]);
export type Taken = z.infer<typeof Taken>;

export function decisionsIn(taken: readonly Taken[]): TakenDecision[] {
  return taken.flatMap((one) => ("doubtId" in one ? [one] : []));
}

export function editsIn(taken: readonly Taken[]): TableEdit[] {
  return taken.flatMap((one) => ("edit" in one ? [one.edit] : []));
}

export const ImportParams = z.object({ territoryId: id, importId: id });
export const StartImport = z.object({
  territoryId: id,
  /** null: a programme of the territory */
  ownerOrganisationId: id.nullable(),
  /** the programme in force that the document amends; without it the document becomes a programme of its own */
  amends: id.nullable().default(null),
  /** an uploaded file, or */
  fileId: id.nullable(),
  /** pasted text or HTML of a table */
  pasted: z
    .object({
      name: line(200, "Назовите документ."),
      text: z
        .string()
        .min(1, "Вставьте таблицу или текст.")
        .max(2_000_000, "Вставленное слишком велико: сохраните его в файл .docx и загрузите файл."),
    })
    .nullable(),
});
export const Decide = z.object({ version, decisions: z.array(Decision).min(1).max(1000) });
export const Arrange = z.object({ version, edits: z.array(TableEdit).min(1).max(100) });
export const Undo = z.object({ version });
export const ChangeSettings = z.object({
  version,
  settings: ImportSettings.refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ["endsOn"],
    message: "Программа заканчивается раньше, чем начинается. Поправьте даты.",
  }),
});
export const Confirm = z.object({ version });

export const ImportListQuery = z.object({
  territoryId: id,
  /** the imports of one organisation's own programmes; without it, those of the territory */
  organisationId: id.optional(),
  q: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).default(1),
});
