import { describe, expect, it } from "vitest";
import { addDays, localDate } from "#shared/local-date.ts";
import { looksPersonal, NOT_PERSONAL, PERSONAL_COLUMNS, unclassified, type ColumnName } from "./columns.ts";
import { CONSENT_KINDS, CONSENT_WORDINGS, wordingOf, wordingOfEdition } from "./consent.ts";
import { HINDRANCE_TEXT, hindrancesOf, namesSurname, type Ties } from "./destruction.ts";
import { HELD } from "./held.ts";
import { pseudonymOf } from "./pseudonym.ts";
import { untold } from "./references.ts";
import { keptUntil, periodInWords, RETENTION } from "./retention.ts";

describe("what looks personal by its name", () => {
  it.each([
    "person.birth_date",
    "teacher.family_name",
    "guest.e_mail",
    "guest.email",
    "x.passport_no",
    "x.snils",
    "x.photo_id",
    "y.ip",
  ])("%s", (name) => expect(looksPersonal(name as ColumnName)).toBe(true));
  it.each(["measure.title", "report.text", "paper.number", "obligation.due_on", "journal_seal.members"])(
    "not %s",
    (name) => expect(looksPersonal(name as ColumnName)).toBe(false),
  );
  it("is excused only with a reason, and never both excused and listed", () => {
    for (const [name, reason] of Object.entries(NOT_PERSONAL)) {
      expect(reason.length, name).toBeGreaterThan(8);
      expect(PERSONAL_COLUMNS).not.toHaveProperty([name]);
    }
  });
  it("is told as a list of what is missing", () => {
    const all = [...Object.keys(PERSONAL_COLUMNS), ...Object.keys(NOT_PERSONAL)].map((name) => ({
      name: name as ColumnName,
      isCommented: name in PERSONAL_COLUMNS,
    }));
    expect(unclassified(all)).toEqual([]);
    expect(unclassified(all.slice(1))).toHaveLength(1);
    expect(unclassified([...all, { name: "guest.email", isCommented: false }])).toHaveLength(1);
  });
});

describe("references to people", () => {
  it("are told or excused, not both, and a new one is named", () => {
    const listed = HELD.flatMap(({ by }) => by);
    expect(new Set(listed).size).toBe(listed.length);
    expect(untold([...listed, "visit.guest_id"]).filter((line) => line.startsWith("visit.guest_id"))).toHaveLength(1);
  });
});

describe("the term of a person's data", () => {
  const day = localDate("2026-05-31");
  it("has not begun while a place is held", () => expect(keptUntil(null, day)).toBeNull());
  it("is thirty days after the last place", () => expect(keptUntil(day, null)).toBe("2026-06-30"));
  it("is longer for whoever signed reports, and only longer", () => {
    expect(keptUntil(day, localDate("2026-12-31"))).toBe("2027-12-31");
    expect(keptUntil(day, addDays(day, -400))).toBe("2026-06-30");
  });
  it.each([
    [0, "сразу"],
    [7, "7 дней"],
    [30, "30 дней"],
    [31, "31 день"],
    [365, "1 год"],
    [1095, "3 года"],
    [1825, "5 лет"],
  ])("of %i days is «%s»", (days, words) => expect(periodInWords(days)).toBe(words));
  it("always has a source and an edition", () => {
    for (const rule of Object.values(RETENTION)) expect([rule.source, rule.edition].every(Boolean)).toBe(true);
  });
});

describe("a paper named as the ground of a destruction", () => {
  it.each([
    ["заявление Набрановой от 19.10", "Набранова"],
    ["ЗАЯВЛЕНИЕ НАБРАНОВА А. И.", "Набранов"],
    ["обращение гр. Черного", "Чёрный"],
    ["отзыв Водкиной", "Петрова-Водкина"],
    ["заявление Петровой‑Водкиной", "Петрова-Водкина"],
    ["заявление Яна", "Ян"],
    ["требование Достоевского", "Достоевский"],
  ])("«%s» names %s", (text, surname) => expect(namesSurname(text, surname)).toBe(true));
  it.each([
    ["заявление от 12 января 2026 № 3", "Ян"],
    ["личное заявление от 19.10.2026", "Ли"],
    ["приказ № 14 по личному составу", "Лич"],
    ["заявление от 19.10.2026 № 12", "Набранова"],
  ])("«%s» does not name %s", (text, surname) => expect(namesSurname(text, surname)).toBe(false));
});

describe("what hinders a destruction", () => {
  const free: Ties = {
    isSelf: false,
    isDestroyed: false,
    standsElsewhere: false,
    openPlaces: 0,
    openObligations: 0,
    ledProgrammes: 0,
    openRequests: 0,
  };
  it("is nothing where nothing ties the person", () => expect(hindrancesOf(free)).toEqual([]));
  it.each([
    [{ isSelf: true }, "self"],
    [{ standsElsewhere: true }, "elsewhere"],
    [{ openPlaces: 1 }, "places"],
    [{ openObligations: 2 }, "obligations"],
    [{ ledProgrammes: 1 }, "programmes"],
    [{ openRequests: 1 }, "requests"],
    [{ isDestroyed: true, openPlaces: 1 }, "destroyed"],
  ] as const)("%o is told as «%s»", (tie, hindrance) => {
    expect(hindrancesOf({ ...free, ...tie })).toEqual([hindrance]);
    expect(HINDRANCE_TEXT[hindrance]).toMatch(/\.$/);
  });
  it("is all told at once", () => expect(hindrancesOf({ ...free, openPlaces: 1, openRequests: 1 })).toHaveLength(2));
});

describe("consents", () => {
  it("keep every edition readable, the newest in force, each naming the operator and the way back", () => {
    for (const kind of CONSENT_KINDS) {
      const editions = CONSENT_WORDINGS[kind].map((one) => one.edition);
      expect(new Set(editions).size).toBe(editions.length);
      for (const edition of editions)
        expect(wordingOfEdition(kind, edition)!.text).toMatch(/\{operator\}[^]*[Оо]тозвать/);
      expect(wordingOf(kind).edition).toBe(editions.at(-1));
    }
    expect(wordingOfEdition("phone_to_colleagues", "1999-1")).toBeUndefined();
  });
});

it("tells one destroyed person from another and names neither", () => {
  expect(pseudonymOf("0190-aaaa-1f2e")).toBe("Сотрудник 1f2e, данные уничтожены");
  expect(pseudonymOf("0190-aaaa-1f2e")).not.toBe(pseudonymOf("0190-aaaa-1f2d"));
});
