import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReminderTown, type ReminderTown } from "../../../../test/support/reminder-town.ts";
import type { Persona } from "../../../../test/support/world.ts";

describe("a letter at once", () => {
  let town: ReminderTown;
  let head: Persona;
  let teacher: Persona;
  beforeAll(async () => {
    town = await openReminderTown();
    head = await town.person("school_head", town.schools[0]);
    teacher = await town.person("teacher", town.schools[0]);
    await town.chooses(teacher, "atOnce");
  });
  afterAll(() => town.close());

  async function hand(name: string): Promise<void> {
    const id = await town.owed(name, "2022-02-15", town.schools[0]);
    const answer = await head.call("PUT", `/api/obligations/${town.town}/${id}/delegate`, {
      version: 1,
      personId: teacher.personId,
    });
    expect(answer.status).toBe(200);
  }

  it("gathers what happened in its minute", async () => {
    town.set("2021-12-14T12:00:00+03:00");
    await hand("Алмаз");
    await hand("Берёза");
    await town.hurry();
    await town.world.settle();
    const [letter, ...others] = town.came();
    expect(others).toEqual([]);
    expect(letter!.subject.replaceAll("\u00a0", " ")).toBe("Ориентир: 2 новых уведомления");
    expect(letter!.text).toMatch(/Вам передали отчёт «Алмаз»[^]*Вам передали отчёт «Берёза»/);
    expect(letter!.text).toContain("https://orientir.example.test/letters");
  });

  it("waits through the evening and the night, and is written of what nobody has read", async () => {
    town.set("2021-12-14T21:10:00+03:00");
    await hand("Волна");
    await hand("Гранит");
    for (const hour of ["21:10", "23:59"]) {
      town.set(`2021-12-14T${hour}:00+03:00`);
      await town.hurry();
      await expect
        .poll(
          async () =>
            (
              await town.world.rows(
                "select from pgboss.job where name = 'notice-letter' and state = 'created' and start_after > now() + interval '7 hours'",
              )
            ).length,
        )
        .toBe(2);
    }
    expect(town.came()).toEqual([]);
    const { body } = await teacher.call("GET", "/api/notices");
    const read = body.rows.find((row: { text: string }) => row.text.includes("Волна"));
    await teacher.call("POST", "/api/notices/read", { ids: [read.id] });
    town.set("2021-12-15T08:00:00+03:00");
    await town.hurry();
    await town.world.settle();
    const letters = town.came();
    expect(letters).toHaveLength(1);
    expect(letters[0]!.subject).toContain("«Гранит»");
    expect(letters[0]!.text).not.toContain("Волна");
  });

  it("is written after the days off of New Year, however many they are", async () => {
    town.set("2021-12-30T21:10:00+03:00");
    await hand("Дубрава");
    // eleven days are nobody's to be written on
    town.set("2022-01-10T08:05:00+03:00");
    await town.hurry();
    await town.world.settle();
    expect(town.came().map(({ subject }) => subject)).toEqual([expect.stringContaining("«Дубрава»")]);
  });
});
