import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import { localDateAt } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { shortName } from "#features/people/model/names.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { actionInWords } from "../model/action-words.ts";
import type { Entry, EntryChange } from "../model/contract.ts";
import { detailInWords } from "../model/detail-words.ts";
import { fieldInWords } from "../model/field-words.ts";
import { seesAddresses } from "../model/policy.ts";
import { linkOf, subjectInWords } from "../model/subject-words.ts";
import { valueInWords, type NameOf } from "../model/value-words.ts";
import { isOfAccountsPerson } from "../model/who-did.ts";
import type { JournalRow, StoredChange } from "./journal-rows.ts";
import { namesIn } from "./names.ts";

/** What a reader may be shown beyond the rows themselves. */
export interface Sight {
  /** may see this person's own data */
  readonly ofPerson: (personId: Id) => Promise<boolean>;
  /** may see what a draft of a report held */
  readonly drafts: boolean;
}

/** Actions whose values are a draft's: shown only to those who write it. */
export const DRAFT_ACTIONS: readonly string[] = ["report.create", "report.save"];

const OF_DRAFT = "Что стояло в черновике, видят те, кто отвечает за отчёт, пока он в работе";

interface Values {
  readonly before: string | null;
  readonly after: string | null;
}

/** Rows of the journal in words, for this reader. */
export async function presentEntries(
  context: UseCaseContext,
  territoryId: Id,
  rows: readonly JournalRow[],
  sight: Sight,
): Promise<Entry[]> {
  const { tx, actor } = context;
  const zone = await timeZoneOf(tx, territoryId);
  const names = await namesIn(tx, territoryId, rows);
  const personal = await personalValues(context, rows, sight);
  const nameOf: NameOf = (id) => names.get(id);
  const addresses = seesAddresses(actor, territoryId);
  return rows.map((row) => {
    const { id, at, action, subject_kind: kind, subject_id, subject_key, programme_id: programmeId, detail } = row;
    const isDraft = DRAFT_ACTIONS.includes(action) && !sight.drafts && row.changes.length > 0;
    return {
      id,
      at: at.toISOString(),
      day: localDateAt(at, zone),
      who: whoDid(row, nameOf),
      what: actionInWords(action),
      subject: {
        kind: subjectInWords(kind),
        name: keyInWords(kind, subject_key, detail) ?? (subject_id ? (names.get(subject_id) ?? null) : null),
        link: linkOf({ kind, territoryId, id: subject_id, programmeId }),
      },
      note: isDraft
        ? OF_DRAFT
        : (detailInWords(action, detail) ?? (changesNothing(row) ? "Сохранено без изменений" : null)),
      origin: originInWords(row.device, addresses ? row.address : null),
      changes: isDraft ? [] : row.changes.flatMap((change) => presentChange(change, { kind, nameOf, personal })),
    };
  });
}

function whoDid(row: JournalRow, nameOf: NameOf): string {
  const { family_name, given_name, patronymic } = row;
  if (family_name !== null)
    return shortName({ family_name, given_name: given_name ?? "", patronymic: patronymic ?? "" });
  if (row.actor !== "public") return "Ориентир";
  return (isOfAccountsPerson(row) && nameOf(row.subject_id!)) || "Без входа";
}

/** An edit that was saved with every field as it was; rows older than migration 14 kept fields otherwise. */
function changesNothing({ action, changes, detail }: JournalRow): boolean {
  return action.endsWith(".edit") && changes.length === 0 && !("before" in detail) && !("changed" in detail);
}

interface ChangeSight {
  readonly kind: string;
  readonly nameOf: NameOf;
  readonly personal: ReadonlyMap<Id, Values | "hidden">;
}

function presentChange(change: StoredChange, { kind, nameOf, personal }: ChangeSight): EntryChange[] {
  const field = fieldInWords(kind, change.field);
  if (!field) return [];
  const of = change.row ? (nameOf(change.row) ?? null) : null;
  if (change.personal) {
    const values = personal.get(change.personal);
    if (values === undefined || values === "hidden")
      return [{ field, of, before: null, after: null, state: values ?? "erased" }];
    return [{ field, of, ...values, state: "told" }];
  }
  const [before, after] = [change.before, change.after].map((value) => valueInWords(kind, change.field, value, nameOf));
  if (before === undefined || after === undefined) return [{ field, of, before: null, after: null, state: "untold" }];
  return [{ field, of, before, after, state: "told" }];
}

/** Personal values of these rows that the reader may see; what is missing was erased. */
async function personalValues(
  { tx }: UseCaseContext,
  rows: readonly JournalRow[],
  sight: Sight,
): Promise<ReadonlyMap<Id, Values | "hidden">> {
  const wanted = rows.flatMap(({ changes }) => changes.filter(({ personal }) => personal));
  const found = new Map<Id, Values | "hidden">();
  const seen = new Map<Id, boolean>();
  for (const { personOf } of wanted) if (!seen.has(personOf!)) seen.set(personOf!, await sight.ofPerson(personOf!));
  const shown = wanted.filter(({ personOf }) => seen.get(personOf!)).map(({ personal }) => personal!);
  for (const { personOf, personal } of wanted) if (!seen.get(personOf!)) found.set(personal!, "hidden");
  if (shown.length === 0) return found;
  const { rows: kept } = await sql<{ id: Id; before: string | null; after: string | null }>`
    select id, before, after from journal_personal where id = any (${shown}::uuid[])`.execute(tx);
  const told = (value: string | null) => (value === null || value === '""' ? "нет" : String(JSON.parse(value)));
  for (const { id, before, after } of kept) found.set(id, { before: told(before), after: told(after) });
  return found;
}

const DEVICE_WORDS: Readonly<Record<string, string>> = {
  computer: "компьютер",
  phone: "телефон",
  tablet: "планшет",
  program: "программа",
  unknown: "неизвестное устройство",
};

function originInWords(device: string | null, address: string | null): string | null {
  return device === null ? null : [DEVICE_WORDS[device], address].filter(Boolean).join(", ");
}

function keyInWords(kind: string, key: string | null, detail: Readonly<Record<string, unknown>>): string | null {
  if (key === null) return null;
  if (kind === "school-year") return `${key}/${String(Number(key) + 1).slice(-2)}`;
  return typeof detail["code"] === "string" ? `«${detail["code"]}»` : key;
}
