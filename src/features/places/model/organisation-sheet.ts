import { matchKey } from "#domain/russian/match-key.ts";
import type { Id } from "#shared/ids.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { OrganisationFields } from "./contract.ts";
import { recordsOf, type SheetColumn, type SheetRecord, type SheetReportRow, type SheetRows } from "./sheet.ts";
import { ORGANISATION_KIND_NAME, ORGANISATION_KINDS, type OrganisationKind } from "./words.ts";

type Key = "name" | "shortName" | "kind" | "inn" | "address" | "phone" | "email";

export const ORGANISATION_COLUMNS: readonly SheetColumn<Key>[] = [
  { key: "name", title: "Полное название", required: true },
  { key: "shortName", title: "Краткое название", required: true },
  { key: "kind", title: "Вид", required: true },
  { key: "inn", title: "ИНН" },
  { key: "address", title: "Адрес" },
  { key: "phone", title: "Телефон" },
  { key: "email", title: "Почта" },
];

/** Kinds as people write them beside their names: «СОШ», «ДОУ». */
const KIND_WORDS: Readonly<Record<string, OrganisationKind>> = Object.fromEntries(
  [
    ...ORGANISATION_KINDS.map((kind) => [ORGANISATION_KIND_NAME[kind], kind] as const),
    ["оо", "school"] as const,
    ["сош", "school"] as const,
    ["гимназия", "school"] as const,
    ["лицей", "school"] as const,
    ["доу", "kindergarten"] as const,
    ["сад", "kindergarten"] as const,
    ["удо", "additional_education"] as const,
    ["уо", "authority"] as const,
    ["вуз", "university"] as const,
    ["колледж", "university"] as const,
  ].map(([word, kind]) => [matchKey(word), kind]),
);

interface Fault {
  readonly key: Key;
  readonly text: string;
}

export interface KnownOrganisation extends OrganisationFields {
  readonly id: Id;
  readonly closed: boolean;
}

export type OrganisationWrite =
  | { readonly write: "add"; readonly fields: OrganisationFields }
  | { readonly write: "update"; readonly id: Id; readonly fields: OrganisationFields };

export interface OrganisationPlan {
  readonly report: readonly SheetReportRow[];
  readonly writes: readonly OrganisationWrite[];
}

const FIELD_NAME: Readonly<Record<Key, string>> = Object.fromEntries(
  ORGANISATION_COLUMNS.map(({ key, title }) => [key, title]),
) as Record<Key, string>;

/**
 * What a sheet of organisations would do. The full name is what an organisation is known by; an empty cell leaves the stored value
 * alone; a stored taxpayer's number is never replaced. So the same sheet read twice changes nothing the second time.
 * A sheet without its head is refused with the titles that are missing.
 */
export function planOrganisations(
  rows: SheetRows,
  known: readonly KnownOrganisation[],
): Result<OrganisationPlan, readonly string[]> {
  const records = recordsOf(rows, ORGANISATION_COLUMNS);
  if (!records.ok) return refused(records.refusal);
  const byName = new Map<string, KnownOrganisation>(known.map((one) => [matchKey(one.name), one]));
  const byInn = new Map<string, string>(known.flatMap((one) => (one.inn ? [[one.inn, one.name]] : [])));
  const rowOfName = new Map<string, number>();
  const report: SheetReportRow[] = [];
  const writes: OrganisationWrite[] = [];
  for (const record of records.value) {
    const title = record.value.shortName || record.value.name || "без названия";
    const refuseAll = (faults: readonly Fault[]) =>
      report.push({
        row: record.row,
        outcome: "refused",
        title,
        changes: [],
        problems: faults.map(({ key, text }) => ({ cell: record.cell(key), text })),
      });
    const refuse = (key: Key, text: string) => refuseAll([{ key, text }]);
    const name = matchKey(record.value.name);
    const stored = byName.get(name);
    const twin = rowOfName.get(name);
    // a name belongs to its first row even if that one is refused: else the order of repairs would decide what is stored
    if (!twin) rowOfName.set(name, record.row);
    const read = fieldsOf(record, stored);
    if (!read.ok) {
      refuseAll(read.refusal);
      continue;
    }
    const fields = read.value;
    const ownerOfInn = fields.inn ? byInn.get(fields.inn) : undefined;
    if (twin) refuse("name", `Эта организация уже есть в строке ${twin}. Оставьте одну строку.`);
    else if (stored?.closed) refuse("name", "Организация закрыта. Откройте её в карточке, если она снова работает.");
    else if (stored?.inn && stored.inn !== fields.inn)
      refuse("inn", `В карточке другой ИНН (${stored.inn}). Исправьте его в карточке или в строке.`);
    else if (ownerOfInn && matchKey(ownerOfInn) !== name)
      refuse("inn", `Этот ИНН у организации «${ownerOfInn}». Проверьте номер или название.`);
    else {
      if (fields.inn) byInn.set(fields.inn, fields.name);
      const changes = stored ? changesOf(stored, fields) : [];
      if (!stored) writes.push({ write: "add", fields });
      else if (changes.length > 0) writes.push({ write: "update", id: stored.id, fields });
      const outcome = !stored ? "added" : changes.length > 0 ? "updated" : "unchanged";
      report.push({ row: record.row, outcome, title, changes, problems: [] });
    }
  }
  return done({ report, writes });
}

function fieldsOf(
  { value }: SheetRecord<Key>,
  stored: KnownOrganisation | undefined,
): Result<OrganisationFields, readonly Fault[]> {
  const kind = value.kind === "" ? stored?.kind : KIND_WORDS[matchKey(value.kind)];
  const parsed = OrganisationFields.safeParse({
    kind: kind ?? ORGANISATION_KINDS[0],
    // the name as stored: the same name in other letters or quotes is no change
    name: stored?.name ?? value.name,
    shortName: value.shortName || stored?.shortName || "",
    inn: value.inn || stored?.inn || "",
    address: value.address || stored?.address || "",
    phone: value.phone || stored?.phone || "",
    email: value.email || stored?.email || "",
  });
  if (parsed.success && kind) return done(parsed.data);
  const faults = new Map<Key, string>();
  if (!kind)
    faults.set(
      "kind",
      `Вид «${value.kind}» не знаком. Напишите один из: ${Object.values(ORGANISATION_KIND_NAME).join(", ")}.`,
    );
  for (const { path, message } of parsed.error?.issues ?? []) {
    const key = path[0] as Key;
    if (!faults.has(key)) faults.set(key, message);
  }
  return refused([...faults].map(([key, text]) => ({ key, text })));
}

function changesOf(stored: KnownOrganisation, fields: OrganisationFields): SheetReportRow["changes"] {
  const shown = (key: Key, of: OrganisationFields) =>
    key === "kind" ? ORGANISATION_KIND_NAME[of.kind] : (of[key] ?? "");
  return ORGANISATION_COLUMNS.map(({ key }) => ({
    field: FIELD_NAME[key],
    before: shown(key, stored),
    after: shown(key, fields),
  })).filter(({ before, after }) => before !== after);
}
