import * as fc from "fast-check";
import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import { makeId, type Id } from "#shared/ids.ts";
import type { World } from "./world.ts";

/** A programme half way: sections inside sections, planned values, obligations in every state, written straight into the tables. */
export interface GivenExecution {
  readonly programmeId: Id;
  readonly roadmapId: Id;
  /** section 1, its section 1.1, section 2 */
  readonly sectionIds: readonly [Id, Id, Id];
  readonly measureIds: readonly Id[];
  readonly plannedIds: readonly Id[];
  readonly obligations: number;
}

const fate = fc.constantFrom("none", "none", "draft", "submitted", "returned", "accepted", "accepted", "notApplicable");
const due = fc.record({
  inDays: fc.integer({ min: -420, max: 420 }),
  fate,
  closed: fc.integer({ min: 0, max: 7 }).map((dice) => dice === 0),
  value: fc.nat(20),
  delegated: fc.integer({ min: 0, max: 2 }).map((dice) => dice === 0),
});

export async function givenExecution(
  world: World,
  territoryId: Id,
  options: {
    today: LocalDate;
    seed: number;
    schools: readonly Id[];
    author: Id;
    /** some of the obligations of this school are handed to this person */
    delegate?: { readonly to: Id; readonly at: Id };
    ownerOrganisationId?: Id;
    yearKind?: "calendar" | "school";
  },
): Promise<GivenExecution> {
  const { today, schools, author } = options;
  const [programmeId, roadmapId] = [makeId(), makeId()];
  const sectionIds = [makeId(), makeId(), makeId()] as const;
  await world.rows(
    `insert into programme (territory_id, id, owner_organisation_id, title, short_title, status, starts_on, ends_on, year_kind, created_at)
     values ($1, $2, $3, 'Программа поддержки школ района', 'Поддержка школ', 'running', $4, $5, $6, now())`,
    [
      territoryId,
      programmeId,
      options.ownerOrganisationId ?? null,
      addDays(today, -460),
      addDays(today, 460),
      options.yearKind ?? "calendar",
    ],
  );
  await world.rows(
    `insert into roadmap (territory_id, id, programme_id, title, ordinal, columns)
     values ($1, $2, $3, 'План мероприятий', 1, '["№ п/п", "Что сделать", "Когда", "Кто отвечает"]')`,
    [territoryId, roadmapId, programmeId],
  );
  const sections = [
    [sectionIds[0], null, "1", "Готовим основу"],
    [sectionIds[1], sectionIds[0], "1.1", "Бумаги и люди"],
    [sectionIds[2], null, "2", "Работаем со школами"],
  ] as const;
  for (const [ordinal, [id, parentId, number, title]] of sections.entries())
    await world.rows(
      "insert into section (territory_id, id, roadmap_id, parent_id, number, title, ordinal) values ($1, $2, $3, $4, $5, $6, $7)",
      [territoryId, id, roadmapId, parentId, number, title, ordinal],
    );
  const measureIds: Id[] = [];
  const plannedIds: Id[] = [];
  for (let at = 0; at < 5; at += 1) {
    const [measureId, plannedId] = [makeId(), makeId()];
    measureIds.push(measureId);
    plannedIds.push(plannedId);
    await world.rows(
      `insert into measure (territory_id, id, programme_id, roadmap_id, section_id, number, title, due_text, responsible_text, result, ordinal)
       values ($1, $2, $3, $4, $5, $6, $7, 'в течение года', 'руководители школ', 'отчёт', $8)`,
      [
        territoryId,
        measureId,
        programmeId,
        roadmapId,
        at === 4 ? null : sectionIds[at % 3],
        `${at}.1`,
        `Дело ${at} <особое> & важное`,
        at,
      ],
    );
    await world.rows(
      "insert into planned_value (territory_id, id, measure_id, label, unit, aggregation, ordinal) values ($1, $2, $3, 'Проведено', $4, $5, 1)",
      [territoryId, plannedId, measureId, at === 2 ? "percent" : "count", at === 2 ? "share" : "sum"],
    );
    await world.rows(
      "insert into planned_year (territory_id, planned_value_id, year, text, value) values ($1, $2, $3, '10', 10)",
      [territoryId, plannedId, Number(today.slice(0, 4))],
    );
  }
  let obligations = 0;
  const drawn = fc.sample(due, { seed: options.seed, numRuns: schools.length * 12 });
  for (const [at, one] of drawn.entries()) {
    const school = schools[at % schools.length]!;
    const measureAt = at % measureIds.length;
    const dueOn = addDays(today, one.inDays);
    const obligationId = makeId();
    await world.rows(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part,
         occurrence_key, opens_on, due_on, delegated_to, closed_at, close_reason, created_at)
       values ($1, $2, $3, $4, 'organisation', $5, $6, 'assignee', $7, $8, $9, $10, $11, $12, now())`,
      [
        territoryId,
        obligationId,
        programmeId,
        measureIds[measureAt],
        school,
        `organisation:${school}`,
        `${dueOn}/${at}`,
        addDays(dueOn, -10),
        dueOn,
        one.delegated && options.delegate?.at === school ? options.delegate.to : null,
        one.closed ? new Date() : null,
        one.closed ? "not-wanted" : null,
      ],
    );
    obligations += 1;
    if (one.fate === "none") continue;
    await givenReport(world, territoryId, {
      ...one,
      obligationId,
      school,
      author,
      today,
      plannedId: plannedIds[measureAt]!,
    });
  }
  return { programmeId, roadmapId, sectionIds, measureIds, plannedIds, obligations };
}

interface ReportToWrite {
  readonly fate: string;
  readonly value: number;
  readonly obligationId: Id;
  readonly school: Id;
  readonly author: Id;
  readonly today: LocalDate;
  readonly plannedId: Id;
}

async function givenReport(world: World, territoryId: Id, one: ReportToWrite): Promise<void> {
  const reportId = makeId();
  const kind = one.fate === "notApplicable" ? "notApplicable" : "done";
  const state = one.fate === "notApplicable" ? "accepted" : one.fate;
  const at = `${localDate(one.today)}T05:00:00Z`;
  await world.rows(
    `insert into report (territory_id, id, organisation_id, state, kind, text, done_on, author_person_id, created_at, saved_at,
       submitted_at, decided_at, remark)
     values ($1, $2, $3, $4, $5, 'сделано', $6, $7, $8, $8, $9, $10, $11)`,
    [
      territoryId,
      reportId,
      one.school,
      state,
      kind,
      one.today,
      one.author,
      at,
      state === "draft" ? null : at,
      state === "accepted" || state === "returned" ? at : null,
      state === "returned" ? "Нет подписи." : "",
    ],
  );
  await world.rows("insert into report_obligation (territory_id, report_id, obligation_id) values ($1, $2, $3)", [
    territoryId,
    reportId,
    one.obligationId,
  ]);
  await world.rows(
    "insert into report_value (territory_id, report_id, obligation_id, planned_value_id, year, value, denominator) values ($1, $2, $3, $4, (select extract(year from due_on) from obligation where id = $3), $5, 20)",
    [territoryId, reportId, one.obligationId, one.plannedId, one.value],
  );
  await world.rows(
    "insert into evidence (territory_id, id, report_id, kind, url, ordinal) values ($1, $2, $3, 'link', $4, 0)",
    [territoryId, makeId(), reportId, `https://school.example/${one.value}`],
  );
}
