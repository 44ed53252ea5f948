import { z } from "zod";
import { id, line, localDateField, version } from "#shared/atoms.ts";
import { Audience } from "#features/places/model/audience.ts";
import { AccountMoments } from "#features/programmes/model/cadence.ts";
import { AGGREGATIONS } from "#features/programmes/model/roadmap-draft.ts";

/** What the officer says about the programme to be made; proposed from the document, changed on the review screen. */
export const ImportSettings = z.object({
  title: line(1000, "Назовите программу."),
  shortTitle: line(80, "Дайте программе короткое имя: под ним её увидят школы."),
  startsOn: localDateField,
  endsOn: localDateField,
  yearKind: z.enum(["calendar", "school"]),
  accountMoments: AccountMoments,
  /** tables of the reading that become roadmaps, by their first physical index */
  tables: z.array(z.int().min(0)),
});
export type ImportSettings = z.infer<typeof ImportSettings>;

/** One answer to a doubt. The last answer to a doubt counts; undo takes the last one away. */
export const Decision = z.object({
  doubtId: z.string().min(1).max(300),
  /** key of the chosen option, or «own» with a value of the person's own */
  option: z.string().min(1).max(60),
  own: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("term"), text: z.string().max(2000) }),
      z.object({ kind: z.literal("audience"), audience: Audience, remember: z.boolean() }),
      z.object({ kind: z.literal("text"), text: z.string().max(4000) }),
    ])
    .optional(),
});
export type Decision = z.infer<typeof Decision>;

export const DOUBT_TOPICS = ["reading", "term", "party", "reporting", "plan", "undated"] as const;

export interface ReviewOption {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
}

export interface ReviewPlace {
  readonly measureKey: string | null;
  readonly field: string | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly col: number | null;
}

/** One honest question. It may stand at several places (a phrase that many rows share is asked once). */
export interface ReviewDoubt {
  readonly id: string;
  readonly topic: (typeof DOUBT_TOPICS)[number];
  readonly places: readonly ReviewPlace[];
  readonly question: string;
  /** the words of the document it is about */
  readonly quote: string;
  readonly options: readonly ReviewOption[];
  /** key of the option proposed; null where nothing honest can be proposed */
  readonly suggested: string | null;
  /** the kind of own answer that is possible */
  readonly own: "term" | "audience" | "text" | null;
  /** the decision in force, if any */
  readonly answer: Decision | null;
}

/** Something to know that asks nothing: a silent fix is stated, a fault of the source is marked. */
export interface ReviewNote {
  readonly id: string;
  readonly place: ReviewPlace;
  readonly text: string;
}

export interface AggregationChoice {
  readonly aggregation: (typeof AGGREGATIONS)[number];
}

export const ImportParams = z.object({ territoryId: id, importId: id });
export const StartImport = z.object({
  territoryId: id,
  /** null: a programme of the territory */
  ownerOrganisationId: id.nullable(),
  /** an uploaded file, or */
  fileId: id.nullable(),
  /** pasted text or HTML of a table */
  pasted: z.object({ name: line(200, "Назовите документ."), text: z.string().min(1).max(2_000_000) }).nullable(),
});
export const Decide = z.object({ version, decisions: z.array(Decision).min(1).max(500) });
export const Undo = z.object({ version });
export const ChangeSettings = z.object({ version, settings: ImportSettings });
export const Confirm = z.object({ version });
