import { expect } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { ObligationRow, SchoolHome } from "#features/obligations/model/contract.ts";
import type { EvidenceInput, ReportContent, ReportView } from "#features/reports/model/contract.ts";
import type { Answer, Persona } from "../support/world.ts";
import type { District } from "./given-district.ts";

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
  const answer = await person.upload<{ id: Id }>(`/api/files?territoryId=${territoryId}`, name, PDF);
  expect(answer.status).toBe(200);
  return answer.body.id;
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
  const begun = await startReport(person, district, content);
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  const sent = await takeStep(person, district, begun.body, "submit", { content });
  expect([sent.status, sent.body.state], JSON.stringify(sent.body)).toEqual([200, "submitted"]);
  return sent.body;
}

export async function accepted(district: District, report: ReportView): Promise<ReportView> {
  const answer = await takeStep(district.officer, district, report, "accept");
  expect([answer.status, answer.body.state], JSON.stringify(answer.body)).toEqual([200, "accepted"]);
  return answer.body;
}

export async function homeOf(person: Persona, { territoryId }: District, organisationId: Id): Promise<SchoolHome> {
  const answer = await person.call<SchoolHome>(
    "GET",
    `/api/obligations/home?territoryId=${territoryId}&organisationId=${organisationId}`,
  );
  expect(answer.status).toBe(200);
  return answer.body;
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
    const answer = await person.call<{ rows: ObligationRow[]; total: number }>("GET", `/api/obligations?${query}`);
    expect(answer.status).toBe(200);
    rows.push(...answer.body.rows);
    if (rows.length >= answer.body.total || answer.body.rows.length === 0) return rows;
  }
}
