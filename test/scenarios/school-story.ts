import { expect } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import type { MeasureProgress, ProgrammeProgress } from "#features/progress/model/contract.ts";
import type { District } from "./given-district.ts";
import { granted } from "./granted.ts";
import type { ReportView } from "#features/reports/model/contract.ts";
import { accepted, fileEvidence, filled, homeOf, startReport, takeStep, uploadPdf } from "./report-story.ts";

export interface StoryPlan {
  readonly programmeId: Id;
  readonly measureId: Id;
  /** the section whose share is watched; null: the whole roadmap */
  readonly sectionId: Id | null;
  readonly year: number;
  /** what stands under «Скоро» for the measure, and what under «Просрочено» */
  readonly soonDue: string;
  readonly lateDue: readonly string[];
  readonly doneOn: string;
  /** place of the school in the district */
  readonly school: number;
  /** what the document plans for the year, by planned value in printed order */
  readonly planned: readonly number[];
  /** what the school reports, likewise */
  readonly reported: readonly number[];
  /** obligations of the section due in the year */
  readonly sectionDue: number;
}

const FIGURE = { accepted: 0, submitted: 0, returned: 0, notApplicable: 0 };

async function figures({ officer, territoryId }: District, plan: StoryPlan) {
  const programme = `/api/progress/programmes/${territoryId}/${plan.programmeId}?period=${plan.year}`;
  const progress = granted(await officer.call<ProgrammeProgress>("GET", programme));
  const [roadmap] = progress.roadmaps;
  const section = roadmap!.sections.find(({ id }) => id === plan.sectionId) ?? roadmap!;
  const measure = granted(
    await officer.call<MeasureProgress>("GET", `/api/progress/measures/${territoryId}/${plan.measureId}`),
  );
  return {
    section: section.figure,
    values: measure.values.map(({ years }) => {
      const own = years.find(({ year }) => year === plan.year);
      return { plan: own?.plan, fact: own?.fact };
    }),
  };
}

/** The steps of the story, as the history of its report names them. */
export const STORY_STEPS = ["submit", "return", "submit", "accept"];
export const stepsOf = ({ steps }: ReportView) => steps.map(({ step }) => step);

/**
 * What a head, an officer and the figures go through: what is near stands under «Скоро» and what was missed under «Просрочено»;
 * the report is drafted, sent, returned with a remark, mended, sent again and accepted; the figures move by exactly one.
 */
export async function tellSchoolStory(district: District, plan: StoryPlan): Promise<ReportView> {
  const { officer, territoryId } = district;
  const head = district.heads[plan.school]!;
  const home = await homeOf(head, district, district.schoolIds[plan.school]!);
  const ours = (rows: typeof home.soon) =>
    rows.filter((row) => row.measureId === plan.measureId).map(({ dueOn }) => dueOn);
  expect([ours(home.late), ours(home.soon)]).toEqual([plan.lateDue, [plan.soonDue]]);
  const owed = home.soon.find((row) => row.measureId === plan.measureId)!;

  const before = await figures(district, plan);
  expect(before.section).toMatchObject({ ...FIGURE, due: plan.sectionDue });
  expect(before.values).toEqual(plan.planned.map((value) => ({ plan: value, fact: null })));

  const card = await head.call<ObligationCard>("GET", `/api/obligations/${territoryId}/${owed.id}`);
  expect(card.body.plannedValues.map(({ value }) => value)).toEqual(plan.planned);
  expect(card.body.plannedValues.filter(({ year }) => year !== plan.year)).toEqual([]);
  const fileId = await uploadPdf(head, district);
  const content = filled(owed.id, {
    doneOn: plan.doneOn as LocalDate,
    evidence: [fileEvidence(fileId)],
    values: card.body.plannedValues.map(({ id, year }, at) => ({
      obligationId: owed.id,
      plannedValueId: id,
      year,
      value: plan.reported[at]!,
      denominator: null,
    })),
  });
  const begun = await startReport(head, district, content);
  expect([begun.status, begun.body.state]).toEqual([200, "draft"]);
  const saved = await head.call("PUT", `/api/reports/${territoryId}/${begun.body.id}`, {
    version: begun.body.version,
    content: { ...content, text: "Черновик с телефона" },
  });
  expect([saved.body.state, saved.body.text]).toEqual(["draft", "Черновик с телефона"]);
  const sent = await takeStep(head, district, saved.body, "submit", { content });
  expect([sent.body.state, sent.body.text]).toEqual(["submitted", content.text]);
  expect((await figures(district, plan)).section).toMatchObject({ ...FIGURE, submitted: 1 });

  const silent = await takeStep(officer, district, sent.body, "return", { remark: " " });
  expect([silent.status, silent.body.code]).toEqual([422, "remark-needed"]);
  const back = await takeStep(officer, district, sent.body, "return", { remark: "Нет подписи председателя" });
  expect([back.body.state, back.body.remark]).toEqual(["returned", "Нет подписи председателя"]);
  expect((await homeOf(head, district, district.schoolIds[plan.school]!)).returned.map(({ id }) => id)).toEqual([
    owed.id,
  ]);

  const text = "Проведено в срок, протокол подписан председателем";
  const mended = await takeStep(head, district, back.body, "submit", {
    content: { ...content, text, evidence: [...content.evidence, fileEvidence(await uploadPdf(head, district))] },
  });
  expect([mended.status, mended.body.state, mended.body.evidence.length]).toEqual([200, "submitted", 2]);
  const last = await accepted(district, mended.body);

  const after = await figures(district, plan);
  expect(after.section).toMatchObject({ ...FIGURE, due: plan.sectionDue, accepted: 1 });
  expect(after.values).toEqual(plan.planned.map((value, at) => ({ plan: value, fact: plan.reported[at] })));
  const left = await homeOf(head, district, district.schoolIds[plan.school]!);
  expect([ours(left.late), ours(left.soon), left.returned]).toEqual([plan.lateDue, [], []]);
  return last;
}
