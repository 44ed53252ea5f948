import type { Id } from "#shared/ids.ts";
import { addDays, partsOf, type LocalDate } from "#shared/local-date.ts";
import { bearerKey } from "#features/obligations/model/bearers.ts";
import type { WantedObligation } from "#features/obligations/model/plan.ts";
import type { Chance } from "./chance.ts";
import { sheetOf, type Sheet } from "./copy-sheet.ts";
import { fateOf, type Fate } from "./fates.ts";
import type { WorldTown } from "./places.ts";
import type { OwedProgramme } from "./programmes.ts";

/** A planned value of a measure: what its reports count. */
export interface Counted {
  readonly measureId: Id;
  readonly plannedId: Id;
  readonly percent: boolean;
  readonly years: readonly number[];
}

/** A file that reports of the world show: the same few papers, kept once. */
export interface WorldFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

const DONE = [
  "Провели в назначенный срок, итоги обсудили с коллективом.",
  "Сделано, решения записаны в протокол, ответственные назначены.",
  "Выполнено полностью; материалы разосланы участникам.",
  "Провели вместе с соседней школой, отзывы собраны.",
  "Рассмотрели на методическом объединении, план на следующий период уточнён.",
  "Встреча прошла очно, кто не смог, подключились по видеосвязи.",
] as const;
const DAY_MS = 86_400_000;
const REMARKS = [
  "Приложите подписанный протокол: в отчёте его проект.",
  "Укажите, сколько человек участвовало, и приложите список.",
  "Не видно, что решили по итогам. Допишите два-три предложения.",
] as const;

/** What reports are made of. */
export interface WorldSupplies {
  readonly today: LocalDate;
  readonly counted: readonly Counted[];
  readonly files: readonly WorldFile[];
}

/**
 * What a municipality owes and what became of it by `today`, ready for COPY: obligations, reports in every state with their steps, counted
 * values and confirmations.
 */
export function inventReports(
  chance: Chance,
  town: WorldTown,
  programmes: readonly OwedProgramme[],
  { today, counted, files }: WorldSupplies,
): readonly Sheet[] {
  const sheets = {
    obligation: sheetOf("obligation", [
      "territory_id",
      "id",
      "programme_id",
      "measure_id",
      "bearer_kind",
      "bearer_organisation_id",
      "bearer_key",
      "part",
      "occurrence_key",
      "opens_on",
      "due_on",
      "required",
      "created_at",
      "accepted",
    ]),
    file: sheetOf("stored_file", [
      "territory_id",
      "id",
      "sha256",
      "name",
      "media_type",
      "bytes",
      "owner_kind",
      "owner_id",
      "uploaded_by",
      "uploaded_at",
      "organisation_id",
      "opens_inline",
    ]),
    report: sheetOf("report", [
      "territory_id",
      "id",
      "organisation_id",
      "state",
      "text",
      "done_on",
      "author_person_id",
      "created_at",
      "saved_at",
      "submitted_at",
      "decided_at",
      "decided_by",
      "remark",
    ]),
    answer: sheetOf("report_obligation", ["territory_id", "report_id", "obligation_id"]),
    value: sheetOf("report_value", ["territory_id", "report_id", "obligation_id", "planned_value_id", "year", "value"]),
    evidence: sheetOf("evidence", ["territory_id", "id", "report_id", "kind", "file_id", "url", "ordinal"]),
    step: sheetOf("report_step", ["territory_id", "id", "report_id", "step", "person_id", "at", "remark"]),
  };
  const valuesOf = new Map<Id, Counted[]>();
  for (const one of counted) valuesOf.set(one.measureId, [...(valuesOf.get(one.measureId) ?? []), one]);

  // nothing is of today: the same day gives the same world at any hour
  const yesterday = addDays(today, -1);
  const byNow = (at: Date) => new Date(Math.min(at.getTime(), instantOf(yesterday, 18, 0).getTime()));
  const report = (owed: WantedObligation, obligationId: Id, organisationId: Id, fate: Exclude<Fate, "none">) => {
    const id = chance.id();
    const signer = town.signers.get(organisationId) ?? town.officer;
    const doneOn = [
      fate === "acceptedLate" ? addDays(owed.dueOn, 2 + chance.below(20)) : addDays(owed.dueOn, -chance.below(6)),
      yesterday,
    ].sort()[0]! as LocalDate;
    const sentAt = instantOf(doneOn, 9 + chance.below(8), chance.below(60));
    const state = fate === "acceptedLate" ? "accepted" : fate;
    const isDecided = state === "accepted" || state === "returned";
    const decidedAt = isDecided ? byNow(new Date(sentAt.getTime() + (1 + chance.below(4)) * DAY_MS)) : null;
    const remark = state === "returned" ? chance.pick(REMARKS) : "";
    const place = { territory_id: town.id };
    sheets.report.add({
      ...place,
      id,
      organisation_id: organisationId,
      state,
      text: chance.pick(DONE),
      done_on: doneOn,
      author_person_id: signer,
      created_at: sentAt,
      saved_at: sentAt,
      submitted_at: state === "draft" ? null : sentAt,
      decided_at: decidedAt,
      decided_by: isDecided ? town.officer : null,
      remark,
    });
    sheets.answer.add({ ...place, report_id: id, obligation_id: obligationId });
    for (const { plannedId, percent, years } of valuesOf.get(owed.measureId) ?? []) {
      const year = partsOf(owed.dueOn).year;
      if (years.includes(year))
        sheets.value.add({
          ...place,
          report_id: id,
          obligation_id: obligationId,
          planned_value_id: plannedId,
          year,
          value: percent ? 60 + chance.below(41) : 1 + chance.below(6),
        });
    }
    if (state !== "draft") confirm(id, owed, organisationId, signer, sentAt);
    const step = (word: string, personId: Id, at: Date, said = "") =>
      sheets.step.add({ ...place, id: chance.id(), report_id: id, step: word, person_id: personId, at, remark: said });
    if (state !== "draft") step("submit", signer, sentAt);
    if (decidedAt) step(state === "returned" ? "return" : "accept", town.officer, decidedAt, remark);
  };

  const confirm = (reportId: Id, owed: WantedObligation, organisationId: Id, signer: Id, at: Date) => {
    const id = chance.id();
    if (files.length === 0 || chance.happens(60)) {
      sheets.evidence.add({
        territory_id: town.id,
        id,
        report_id: reportId,
        kind: "link",
        file_id: null,
        url: `https://school.example/${owed.occurrenceKey.replace("/", "-")}`,
        ordinal: 0,
      });
      return;
    }
    const fileId = chance.id();
    const { sha256, bytes, mediaType } = chance.pick(files);
    sheets.file.add({
      territory_id: town.id,
      id: fileId,
      sha256,
      name: `Протокол ${owed.occurrenceKey.replace("/", "-")}.pdf`,
      media_type: mediaType,
      bytes,
      owner_kind: "report",
      owner_id: reportId,
      uploaded_by: signer,
      uploaded_at: at,
      organisation_id: organisationId,
      opens_inline: true,
    });
    sheets.evidence.add({
      territory_id: town.id,
      id,
      report_id: reportId,
      kind: "file",
      file_id: fileId,
      url: null,
      ordinal: 0,
    });
  };

  for (const programme of programmes)
    for (const owed of programme.wanted) {
      const id = chance.id();
      const organisationId = owed.bearer.kind === "organisation" ? owed.bearer.id : null;
      const fate = organisationId ? fateOf(chance, owed.dueOn, today) : "none";
      sheets.obligation.add({
        territory_id: town.id,
        id,
        programme_id: programme.id,
        measure_id: owed.measureId,
        bearer_kind: owed.bearer.kind,
        bearer_organisation_id: organisationId,
        bearer_key: bearerKey(owed.bearer),
        part: owed.part,
        occurrence_key: owed.occurrenceKey,
        opens_on: owed.opensOn,
        due_on: owed.dueOn,
        required: owed.required,
        created_at: programme.createdAt,
        accepted: fate === "accepted" || fate === "acceptedLate",
      });
      if (organisationId && fate !== "none") report(owed, id, organisationId, fate);
    }
  const { obligation, file, report: reports, answer, value, evidence, step } = sheets;
  return [obligation, file, reports, answer, value, evidence, step];
}

/** A moment of a local day of Moscow time. */
function instantOf(day: LocalDate, hour: number, minute: number): Date {
  return new Date(`${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00+03:00`);
}
