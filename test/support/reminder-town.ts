import { makeId, type Id } from "#shared/ids.ts";
import type { LetterRhythm } from "#features/reminders/model/letter-choice.ts";
import { cameLetters, type CameLetter } from "./came-letters.ts";
import { freePort, openMailServer } from "./mail-server.ts";
import { hurryJobs, setClock } from "./set-clock.ts";
import { openWorld, type Persona, type World } from "./world.ts";

/** A municipality of two schools with a mail server of its own and a clock that the test sets. */
export interface ReminderTown {
  readonly world: World;
  readonly town: Id;
  readonly schools: readonly [Id, Id];
  readonly programmeId: Id;
  /** the product's clock stands at the instant from now on */
  set(at: string): void;
  person(role: "authority_head" | "officer" | "school_head" | "deputy" | "teacher", school?: Id): Promise<Persona>;
  chooses(person: Persona, rhythm: LetterRhythm): Promise<void>;
  owed(name: string, dueOn: string, school: Id, delegatedTo?: Persona): Promise<Id>;
  /** letters that came since they were last asked for */
  came(): CameLetter[];
  /** pauses of waiting jobs are over, whatever they were to wait for */
  hurry(): Promise<void>;
  close(): Promise<void>;
}

export async function openReminderTown(): Promise<ReminderTown> {
  const mail = await openMailServer(await freePort());
  const world = await openWorld({
    log: () => {},
    installation: {
      publicUrl: "https://orientir.example.test",
      smtpUrl: `smtp://127.0.0.1:${mail.port}`,
      mailFrom: "Ориентир <orientir@example.test>",
    },
  });
  const town = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
  await world.organisation(town, "authority", "Управление образования");
  const schools = [
    await world.organisation(town, "school", "СОШ № 1"),
    await world.organisation(town, "school", "СОШ № 2"),
  ] as const;
  const [programmeId, roadmapId] = [makeId(), makeId()];
  await world.rows(
    `insert into programme (territory_id, id, title, short_title, status, starts_on, ends_on, year_kind, created_at)
     values ($1, $2, 'Программа поддержки школ', 'Поддержка школ', 'running', '2021-01-01', '2022-12-31', 'calendar', now())`,
    [town, programmeId],
  );
  await world.rows(
    "insert into roadmap (territory_id, id, programme_id, title, ordinal, columns) values ($1, $2, $3, 'План', 1, '[]')",
    [town, roadmapId, programmeId],
  );
  return {
    world,
    town,
    schools,
    programmeId,
    set: (at) => setClock(world, at),
    person: (role, school) => world.person([{ role, territoryId: town, ...(school && { organisationId: school }) }]),
    chooses: async (person, rhythm) => {
      await world.rows("insert into letter_choice (person_id, rhythm) values ($1, $2)", [person.personId, rhythm]);
    },
    async owed(name, dueOn, school, delegatedTo) {
      const [measureId, id] = [makeId(), makeId()];
      await world.rows(
        `insert into measure (territory_id, id, programme_id, roadmap_id, number, title, due_text, responsible_text, result, ordinal)
         values ($1, $2, $3, $4, '1', $5, 'в декабре', 'руководители', 'отчёт', 1)`,
        [town, measureId, programmeId, roadmapId, name],
      );
      await world.rows(
        `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part,
           occurrence_key, opens_on, due_on, delegated_to, created_at)
         values ($1, $2, $3, $4, 'organisation', $5, $6, 'assignee', $7, $8, $8, $9, '2021-01-01')`,
        [
          town,
          id,
          programmeId,
          measureId,
          school,
          `organisation:${school}`,
          dueOn,
          dueOn,
          delegatedTo?.personId ?? null,
        ],
      );
      return id;
    },
    came: cameLetters(mail),
    hurry: () => hurryJobs(world),
    async close() {
      await world.close();
      await mail.close();
    },
  };
}
