import { expect } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { ObligationList, ObligationRow, SchoolHome } from "#features/obligations/model/contract.ts";
import type { EvidenceInput, ReportContent, ReportView } from "#features/reports/model/contract.ts";
import type { Answer, Persona } from "../support/world.ts";
import type { District } from "./given-district.ts";
import { granted } from "./granted.ts";

export const PDF = new TextEncoder().encode("%PDF-1.4\n% протокол обсуждения\n%%EOF");

/** A report as a person has filled it in; nothing but the obligation where nothing is given. */
export function filled(obligationId: Id, more: Partial<ReportContent> = {}): ReportContent {
  return {
    kind: "done",
    text: "Провели и обсудили на педсовете",
    doneOn: "2021-12-08" as ReportContent["doneOn"],
    reason: "",
    obligationIds: [obligationId],
    values: [],
    evidence: [],
    ...more,
  };
}

export async function uploadPdf(person: Persona, { territoryId }: District, name = "Протокол.pdf"): Promise<Id> {
  return granted(await person.upload<{ id: Id }>(`/api/files?territoryId=${territoryId}`, name, PDF)).id;
}

export const fileEvidence = (fileId: Id): EvidenceInput => ({ kind: "file", fileId });

export const startReport = (
  person: Persona,
  { territoryId }: District,
  content: ReportContent,
  headers?: Record<string, string>,
): Promise<Answer<any>> => person.call("POST", "/api/reports", { territoryId, content }, headers);

export type StepName = "submit" | "withdraw" | "return" | "accept" | "reopen";

/** One step of a report's life; what it was refused for stays in the answer. */
export const takeStep = (
  person: Persona,
  { territoryId }: District,
  report: { readonly id: Id; readonly version: number },
  step: StepName,
  more: object = {},
  headers?: Record<string, string>,
): Promise<Answer<any>> =>
  person.call(
    "POST",
    `/api/reports/${territoryId}/${report.id}/${step}`,
    { version: report.version, ...more },
    headers,
  );

/** A report begun and sent, both without refusal. */
export async function submitted(person: Persona, district: District, content: ReportContent): Promise<ReportView> {
  const begun = granted(await startReport(person, district, content));
  const sent = granted<ReportView>(await takeStep(person, district, begun, "submit", { content }));
  expect(sent.state).toBe("submitted");
  return sent;
}

export async function accepted(district: District, report: ReportView): Promise<ReportView> {
  const last = granted<ReportView>(await takeStep(district.officer, district, report, "accept"));
  expect(last.state).toBe("accepted");
  return last;
}

export async function homeOf(person: Persona, { territoryId }: District, organisationId: Id): Promise<SchoolHome> {
  const query = new URLSearchParams({ territoryId, organisationId });
  return granted(await person.call<SchoolHome>("GET", `/api/obligations/home?${query}`));
}

/** Every obligation under a filter, all pages. */
export async function obligations(
  person: Persona,
  { territoryId }: District,
  filter: Readonly<Record<string, string>>,
): Promise<ObligationRow[]> {
  const rows: ObligationRow[] = [];
  for (let page = 1; ; page += 1) {
    const query = new URLSearchParams({ territoryId, ...filter, page: String(page) });
    const list = granted(await person.call<ObligationList>("GET", `/api/obligations?${query}`));
    rows.push(...list.rows);
    if (rows.length >= list.total || list.rows.length === 0) return rows;
  }
}
