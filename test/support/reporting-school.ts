import { expect } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "./given-programme.ts";
import { openWorld, type Persona } from "./world.ts";

export const PDF = new TextEncoder().encode("%PDF-1.4\n% открытый доклад\n%%EOF");

export interface Content {
  kind: "done" | "notApplicable";
  text: string;
  doneOn: string | null;
  reason: string;
  obligationIds: Id[];
  values: { obligationId: Id; plannedValueId: Id; year: number; value: number; denominator: number | null }[];
  evidence: ({ kind: "file"; fileId: Id } | { kind: "link"; url: string })[];
}

export const content = (obligationId: Id, more: Partial<Content> = {}): Content => ({
  kind: "done",
  text: "Доклад обсудили на педсовете",
  doneOn: "2026-10-14",
  reason: "",
  obligationIds: [obligationId],
  values: [],
  evidence: [],
  ...more,
});

export type ReportingSchool = Awaited<ReturnType<typeof openReportingSchool>>;

/** A school of a district with those who report and those who check, on 22 October 2026, and what they do with reports. */
export async function openReportingSchool() {
  const world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  const region = await world.territory({ kind: "region" });
  const territory = await world.territory({ kind: "municipality", parentId: region });
  const school = await world.organisation(territory, "school", "СОШ № 3");
  const second = await world.organisation(territory, "school", "СОШ № 4");
  const officer = await world.person([{ role: "officer", territoryId: territory }]);
  const other = await world.person([{ role: "officer", territoryId: territory }], "Ветрова");
  const head = await world.person([{ role: "school_head", territoryId: territory, organisationId: school }]);
  const deputy = await world.person([{ role: "deputy", territoryId: territory, organisationId: school }]);
  const teacher = await world.person([{ role: "teacher", territoryId: territory, organisationId: school }]);
  const stranger = await world.person([{ role: "school_head", territoryId: territory, organisationId: second }]);

  const path = (reportId: Id, step = "") => `/api/reports/${territory}/${reportId}${step}`;

  /** one school, one measure of 2026 with a planned value and a document to leave */
  async function owed(options: { percent?: boolean } = {}) {
    const unit = options.percent ? ("percent" as const) : ("count" as const);
    const given = await givenProgramme(world, territory, [
      {
        years: [2026],
        parties: [{ audience: { kind: "organisation", id: school } }],
        reportDocument: "открытый доклад",
        plan: { year: 2026, text: "1", value: 1, unit },
      },
    ]);
    await replan(world, territory, given.programmeId);
    const [row] = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [
      given.programmeId,
    ]);
    return { ...given, obligationId: row!.id, plannedId: given.plannedIds[0]! };
  }

  async function fileOf(person: Persona): Promise<Id> {
    const answer = await person.upload(`/api/files?territoryId=${territory}`, "Доклад.pdf", PDF);
    expect(answer.status).toBe(200);
    return answer.body.id;
  }

  async function drafted() {
    const duty = await owed();
    const created = await deputy.call("POST", "/api/reports", { territoryId: territory, content: whole(duty) });
    expect(created.status).toBe(200);
    return { ...duty, report: created.body };
  }

  function whole(duty: { obligationId: Id; plannedId: Id }, more: Partial<Content> = {}): Content {
    return content(duty.obligationId, {
      values: [
        { obligationId: duty.obligationId, plannedValueId: duty.plannedId, year: 2026, value: 1, denominator: null },
      ],
      evidence: [{ kind: "link", url: "https://school3.example/doklad" }],
      ...more,
    });
  }

  async function submitted() {
    const duty = await drafted();
    const sent = await deputy.call("POST", path(duty.report.id, "/submit"), {
      version: duty.report.version,
      content: whole(duty),
    });
    expect(sent.status).toBe(200);
    return { ...duty, report: sent.body };
  }

  return {
    world,
    territory,
    school,
    second,
    officer,
    other,
    head,
    deputy,
    teacher,
    stranger,
    path,
    owed,
    fileOf,
    drafted,
    whole,
    submitted,
  };
}
