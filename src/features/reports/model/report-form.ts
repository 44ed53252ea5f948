import { dateInDigits } from "#domain/russian/dates.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { parseLocalDate } from "#shared/local-date.ts";
import type { StoredFile } from "#features/files/model/contract.ts";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import { notNumberWords, type Expected } from "./completeness.ts";
import type { EvidenceInput, ReportContent, ReportView } from "./contract.ts";

/** A report as it is typed: numbers stay text until they are sent, so that nothing half-written is lost. */
export interface ReportForm {
  readonly kind: "done" | "notApplicable";
  readonly text: string;
  readonly doneOn: string | null;
  /** what stands in the field of the day and is no day yet: «на той неделе» */
  readonly doneOnTyped?: string;
  readonly reason: string;
  /** the obligation the form was opened for comes first */
  readonly obligationIds: readonly string[];
  /** `valueKey` → as typed */
  readonly values: Readonly<Record<string, { readonly value: string; readonly denominator: string }>>;
  readonly files: readonly StoredFile[];
  readonly papers: readonly { readonly id: string; readonly title: string }[];
  readonly links: readonly string[];
  /** the earlier report whose words were taken */
  readonly basedOn?: { readonly reportId: string; readonly occurrence: string; readonly confirmed: boolean } | null;
}

/** The field of a fact: of an obligation, by a planned value, for a year. */
export const valueKey = (obligationId: string, planned: { readonly id: string; readonly year: number }) =>
  `${obligationId}.${planned.id}.${planned.year}`;

/** A form nothing is typed in yet, for one obligation. */
export function emptyForm(obligationId: string): ReportForm {
  return {
    kind: "done",
    text: "",
    doneOn: null,
    reason: "",
    obligationIds: [obligationId],
    values: {},
    files: [],
    papers: [],
    links: [],
  };
}

const shown = (value: number) => String(value).replace(".", ",");

/** The form of a report already begun. */
export function formOf(report: ReportView, obligationId: string): ReportForm {
  const others = report.obligations.map((one) => one.id).filter((id) => id !== obligationId);
  const of = <Kind extends "file" | "paper" | "link">(kind: Kind) => report.evidence.filter((one) => one.kind === kind);
  return {
    kind: report.kind,
    text: report.text,
    doneOn: report.doneOn,
    reason: report.reason,
    obligationIds: [obligationId, ...others],
    values: Object.fromEntries(
      report.values.map((one) => [
        valueKey(one.obligationId, { id: one.plannedValueId, year: one.year }),
        { value: shown(one.value), denominator: one.denominator === null ? "" : shown(one.denominator) },
      ]),
    ),
    files: of("file").map(
      (one) => one.file ?? { id: one.fileId!, name: one.name, bytes: one.bytes ?? 0, mediaType: "" },
    ),
    papers: of("paper").map((one) => ({ id: one.paperId!, title: one.name })),
    links: of("link").map((one) => one.url!),
    basedOn: report.basedOn,
  };
}

const LINK = /^https?:\/\/[^\s]+\.[^\s]+$/u;
const WITHOUT_SCHEME = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?<zone>\p{L}{2,})(?<rest>[/?#:]\S*)?$/u;
/** Zones in which addresses are typed with nothing after them: «см.приложение» and «Приказ.docx» are no addresses. */
const ZONES = /^(?:ru|рф|su|com|org|net|info|edu|gov|pro|me|by|kz|дети|москва|moscow|tatar|online|site)$/iu;

/** The address that was typed, with the https:// that people leave out; null where it is none. */
export function linkIn(typed: string): string | null {
  const text = typed.trim();
  if (LINK.test(text)) return text;
  const { zone, rest } = WITHOUT_SCHEME.exec(text)?.groups ?? {};
  if (!zone) return null;
  const isAddress = ZONES.test(zone) || /^www\./i.test(text) || (rest && /^[a-z]+$/i.test(zone));
  return isAddress ? `https://${text}` : null;
}

/** «1 234,5» → 1234.5; null for what is no number yet. */
function numberIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/gu, "").replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** What of the form can be sent now; what is half-written stays on the device. */
export function contentOf(form: ReportForm): ReportContent {
  const values = Object.entries(form.values).flatMap(([key, typed]) => {
    const [obligationId = "", plannedValueId = "", year = ""] = key.split(".");
    const value = numberIn(typed.value);
    if (value === null || !form.obligationIds.includes(obligationId)) return [];
    return [{ obligationId, plannedValueId, year: Number(year), value, denominator: numberIn(typed.denominator) }];
  });
  const evidence: EvidenceInput[] = [
    ...form.files.map((file) => ({ kind: "file" as const, fileId: file.id })),
    ...form.papers.map((paper) => ({ kind: "paper" as const, paperId: paper.id })),
    ...form.links.flatMap((typed) => linkIn(typed) ?? []).map((url) => ({ kind: "link" as const, url })),
  ];
  return {
    kind: form.kind,
    text: form.text,
    doneOn: form.doneOn === null || form.doneOnTyped ? null : (parseLocalDate(form.doneOn) ?? null),
    reason: form.reason,
    obligationIds: [...form.obligationIds],
    values,
    evidence,
    basedOn: form.basedOn ? { reportId: form.basedOn.reportId, confirmed: form.basedOn.confirmed } : null,
  };
}

/** Whether a report that came back would be sent again as it was: nothing was saved since, and nothing is typed that is not saved. */
export function isUntouched(form: ReportForm, report: ReportView, obligationId: string): boolean {
  if (report.state !== "returned" || report.decidedAt === null || report.savedAt > report.decidedAt) return false;
  return JSON.stringify(contentOf(form)) === JSON.stringify(contentOf(formOf(report, obligationId)));
}

/** What the cards of the obligations expect; the server asks the same (`completeness.ts`). */
export function expectedOf(cards: readonly ObligationCard[], today: LocalDate): Expected {
  const opens = cards.map((card) => card.opensOn as LocalDate).sort();
  return {
    today,
    opensOn: opens[0] ?? today,
    obligations: cards.map((card) => ({
      id: card.id,
      needsEvidence: card.reportDocument.trim() !== "",
      plannedValues: card.plannedValues,
    })),
  };
}

/** Faults of the form itself, which the server never sees: a number, day or link that is not one. Field → sentence. `today` shows how a day is written. */
export function unreadableIn(form: ReportForm, today: LocalDate): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [key, typed] of Object.entries(form.values)) {
    if (!form.obligationIds.includes(key.split(".")[0]!)) continue;
    const bad = [typed.value, typed.denominator].find((text) => text.trim() !== "" && numberIn(text) === null);
    if (bad !== undefined) faults[`values.${key}`] = notNumberWords(bad);
  }
  if (form.doneOnTyped)
    faults["doneOn"] = `«${form.doneOnTyped.trim()}» не похоже на дату. Напишите день цифрами: ${dateInDigits(today)}.`;
  const link = form.links.find((typed) => typed.trim() !== "" && linkIn(typed) === null);
  if (link !== undefined)
    faults["evidence"] = `«${link.trim()}» не похоже на адрес страницы. Скопируйте его из браузера целиком.`;
  return faults;
}

const FIELD: Readonly<Partial<Record<keyof ReportForm, string>>> = {
  text: "text",
  basedOn: "text",
  reason: "reason",
  doneOn: "doneOn",
  doneOnTyped: "doneOn",
  files: "evidence",
  papers: "evidence",
  links: "evidence",
};

/** Another kind of report, or of other measures, is asked for other fields: nothing that was found before speaks of them. */
export const asksOtherFields = (part: Partial<ReportForm>): boolean =>
  part.kind !== undefined || part.obligationIds !== undefined;

/** The faults of the last check that a change leaves standing: a field that is written anew is not judged before the next one. */
export function faultsAfter(
  faults: Readonly<Record<string, string>>,
  before: ReportForm,
  part: Partial<ReportForm>,
): Readonly<Record<string, string>> {
  if (asksOtherFields(part)) return {};
  const keys = Object.keys(part) as (keyof ReportForm)[];
  const values = Object.keys(part.values ?? {}).filter((key) => part.values![key] !== before.values[key]);
  const changed = new Set([...keys.map((key) => FIELD[key]), ...values.map((key) => `values.${key}`)]);
  return Object.fromEntries(Object.entries(faults).filter(([field]) => !changed.has(field)));
}
