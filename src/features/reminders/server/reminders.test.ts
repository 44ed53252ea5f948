import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, localDate } from "#shared/local-date.ts";
import { makeId, type Id } from "#shared/ids.ts";
import type { CameLetter } from "../../../../test/support/came-letters.ts";
import { openReminderTown, type ReminderTown } from "../../../../test/support/reminder-town.ts";
import type { Persona } from "../../../../test/support/world.ts";

const NAMES = ["Алмаз", "Берёза", "Волна", "Гранит", "Дубрава"] as const;
type Name = (typeof NAMES)[number];

describe("six weeks of reminders", () => {
  let town: ReminderTown;
  let people: Record<"above" | "officer" | "head" | "deputy" | "weekly" | "handed", Persona>;
  const obligations = {} as Record<Name, Id>;
  const addresses = new Map<string, string>();

  beforeAll(async () => {
    town = await openReminderTown();
    const [one, other] = town.schools;
    people = {
      above: await town.person("authority_head"),
      officer: await town.person("officer"),
      head: await town.person("school_head", one),
      deputy: await town.person("deputy", one),
      weekly: await town.person("school_head", other),
      handed: await town.person("teacher", other),
    };
    await town.chooses(people.deputy, "never");
    await town.chooses(people.weekly, "weekly");
    obligations.Алмаз = await town.owed("Алмаз", "2021-12-15", one);
    obligations.Берёза = await town.owed("Берёза", "2021-12-15", one);
    obligations.Волна = await town.owed("Волна", "2021-12-20", one);
    obligations.Гранит = await town.owed("Гранит", "2021-12-15", other, people.handed);
    obligations.Дубрава = await town.owed("Дубрава", "2021-12-22", other);
    for (const [who, { accountId }] of Object.entries(people)) {
      const [{ login }] = (await town.world.rows<{ login: string }>("select login from account where id = $1", [
        accountId,
      ])) as [{ login: string }];
      addresses.set(login, who);
    }
  });
  afterAll(() => town.close());

  /** What people do in the meantime, after the morning of the day. */
  const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
    "2021-12-14": async () => {
      const reportId = makeId();
      await town.world.rows(
        `insert into report (territory_id, id, organisation_id, state, kind, text, author_person_id, created_at, saved_at, submitted_at)
         values ($1, $2, $3, 'submitted', 'done', 'сделано', $4, now(), now(), now())`,
        [town.town, reportId, town.schools[0], people.head.personId],
      );
      await town.world.rows(
        "insert into report_obligation (territory_id, report_id, obligation_id) values ($1, $2, $3)",
        [town.town, reportId, obligations.Берёза],
      );
      await town.world.rows("update obligation set due_on = '2021-12-24' where id = $1", [obligations.Волна]);
    },
    "2021-12-27": () => town.world.rows("update obligation set closed_at = now() where id = $1", [obligations.Волна]),
  };

  /**
   * Reckoned by hand from the production calendar: 18, 19, 25 and 26 December are days off, and so are the days from 31 December to
   * 9 January. By day: who is written to, of what.
   */
  const EXPECTED: Readonly<Record<string, readonly string[]>> = {
    "2021-12-08": ["head Алмаз Берёза", "handed Гранит"],
    "2021-12-13": ["head Волна"],
    "2021-12-14": ["head Алмаз Берёза", "handed Гранит"],
    "2021-12-15": ["head Алмаз", "handed Гранит"],
    "2021-12-17": ["head Волна"],
    "2021-12-20": ["head Алмаз", "handed Гранит", "weekly Дубрава"],
    "2021-12-23": ["head Волна"],
    "2021-12-24": ["head Волна"],
    "2021-12-27": ["head Алмаз Волна", "handed Гранит", "weekly Дубрава"],
    "2021-12-29": ["head Алмаз", "handed Гранит", "above СОШ № 1 – 1 отчёт, СОШ № 2 – 1 отчёт"],
    "2022-01-10": ["head Алмаз", "handed Гранит", "weekly Дубрава", "above СОШ № 2 – 2 отчёта, СОШ № 1 – 1 отчёт"],
    "2022-01-17": ["head Алмаз", "handed Гранит", "weekly Дубрава"],
  };

  function told({ to, text }: CameLetter): string {
    const plain = text.replaceAll("\u00a0", " ").split("<!doctype")[0]!;
    const late = [...plain.matchAll(/– (СОШ № \d – \d отчётa?а?)/g)].map(([, line]) => line!);
    const names = NAMES.filter((name) => plain.includes(name));
    return `${addresses.get(to)} ${late.length > 0 ? late.join(", ") : names.join(" ")}`;
  }

  it("bring each person exactly the letters reckoned by hand, one a day", async () => {
    const came: Record<string, string[]> = {};
    const subjects: string[] = [];
    for (let day = localDate("2021-12-06"); day <= "2022-01-17"; day = addDays(day, 1)) {
      for (const hour of ["03:00", "08:59", "09:30", "15:00"]) {
        town.set(`${day}T${hour}:00+03:00`);
        // several copies of the program ask at once
        await Promise.all([town.world.program.reminders.look(), town.world.program.reminders.look()]);
        await town.world.settle();
        const letters = town.came();
        if (letters.length > 0) came[`${day} ${hour}`] = letters.map(told).sort();
        subjects.push(...letters.map(({ subject }) => subject.replaceAll("\u00a0", " ")));
      }
      await deeds[day]?.();
    }
    expect(came).toEqual(
      Object.fromEntries(Object.entries(EXPECTED).map(([day, lines]) => [`${day} 09:30`, [...lines].sort()])),
    );
    expect(subjects).toContain("Ориентир: подходит срок у 2 отчётов");
    expect(subjects).toContain("Ориентир: просрочено больше двух недель – 2 отчёта");
    expect(new Set(subjects.map((subject) => subject.slice(0, 10)))).toEqual(new Set(["Ориентир: "]));
  }, 60_000);

  it("stand in the product for everybody, letters or none, one a day", async () => {
    const notices = async (who: keyof typeof people, kind: string) =>
      (
        await town.world.rows<{ day: string }>(
          "select distinct (created_at at time zone 'Europe/Moscow')::date::text as day, count(*) over () from notice where person_id = $1 and kind = $2 order by 1",
          [people[who].personId, kind],
        )
      ).map((row) => row.day);
    const daysOf = (who: string) =>
      Object.keys(EXPECTED).filter((day) => EXPECTED[day]!.some((line) => line.startsWith(who)));
    expect(await notices("head", "reminder")).toEqual(daysOf("head"));
    expect(await notices("deputy", "reminder")).toEqual(daysOf("head"));
    expect(await notices("above", "reminder-escalation")).toEqual(daysOf("above"));
    expect(await notices("officer", "reminder")).toEqual([]);
    // the head of the second school hears of what was handed on only when those above do
    expect(await notices("weekly", "reminder")).toContain("2021-12-29");
    const { body } = await people.above.call("GET", "/api/notices");
    const { link } = body.rows[0] as { link: string };
    const rows = await people.above.call("GET", link.replace("/progress/rows", "/api/progress/rows"));
    expect(rows.body.total).toBe(3);
  });

  it("say in good Russian what is due, lead to it, and name nobody", async () => {
    const [row] = await town.world.rows(
      "select text from notice where person_id = $1 and kind = 'reminder' order by created_at limit 1",
      [people.handed.personId],
    );
    expect(row!["text"].replaceAll("\u00a0", " ")).toBe("Напоминаем: «1 Гранит», срок через 7 дней, 15 декабря 2021.");
  });
});

describe("a round", () => {
  let town: ReminderTown;
  let head: Persona;
  beforeAll(async () => {
    town = await openReminderTown();
    head = await town.person("school_head", town.schools[0]);
    await town.owed("Алмаз", "2021-12-15", town.schools[0]);
  });
  afterAll(() => town.close());
  const kept = () =>
    town.world.rows(
      `select (select count(*) from notice)::int as notices, (select count(*) from reminder)::int as steps,
         (select count(*) from letter)::int as letters, (select count(*) from reminder_round)::int as rounds`,
    );

  it("that ends in its midst leaves nothing and is made whole when it is taken up again", async () => {
    town.set("2021-12-15T09:30:00+03:00");
    await town.world.rows(
      "create function fails() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$",
    );
    await town.world.rows("create trigger fails before insert on letter for each row execute function fails()");
    await town.world.program.reminders.look();
    await expect
      .poll(
        async () =>
          (await town.world.rows("select from pgboss.job where name = 'reminder-round' and state = 'retry'")).length,
      )
      .toBe(1);
    expect(await kept()).toEqual([{ notices: 0, steps: 0, letters: 0, rounds: 0 }]);
    await town.world.rows("drop trigger fails on letter");
    await town.hurry();
    await town.world.settle();
    expect(await kept()).toEqual([{ notices: 1, steps: 1, letters: 1, rounds: 1 }]);
    expect(town.came()).toHaveLength(1);
  });

  it("is not made again by one that met it in its midst", async () => {
    town.set("2021-12-20T09:30:00+03:00");
    const [before] = await kept();
    const other = await town.world.program.database.pool.connect();
    await other.query("begin");
    await other.query("insert into reminder_round (territory_id, on_day, made_at) values ($1, '2021-12-20', now())", [
      town.town,
    ]);
    await town.world.program.reminders.look();
    const waits = "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    await expect.poll(async () => (await town.world.rows(waits)).length, { timeout: 20_000 }).toBe(1);
    await other.query("commit");
    other.release();
    await town.world.settle();
    expect(await kept()).toEqual([{ ...before, rounds: before!["rounds"] + 1 }]);
    expect(town.came()).toEqual([]);
  });

  it("is told in the journal of the territory, and nothing of it beyond", async () => {
    const rows = await town.world.rows(
      "select territory_id, actor, detail from journal where action = 'reminder.round'",
    );
    expect(rows).toEqual([{ territory_id: town.town, actor: "system", detail: { people: 1, letters: 1 } }]);
    expect(JSON.stringify(rows)).not.toContain(head.personId);
  });
});
