import { describe, expect, it } from "vitest";
import { matchKey } from "#domain/russian/match-key.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { CodeMeaning, Registry } from "#features/places/model/registry.ts";
import { dictionaryFrom } from "#features/places/model/usual-codes.ts";
import { suggestAudience } from "./suggest-audience.ts";

const registry: Registry = {
  territoryId: "district",
  organisations: [
    { id: "s1", kind: "school", name: "МБОУ «Школа № 1 пос. Озёрный»", shortName: "Озёрновская СОШ", closedOn: null },
    { id: "s2", kind: "school", name: "МБОУ «Лицей»", shortName: "Лицей", closedOn: null },
    { id: "s3", kind: "school", name: "МОУ «Гимназия»", shortName: "Лицей", closedOn: null },
  ],
  designations: [],
  positions: [],
  roles: [],
};

const usual = dictionaryFrom([]);
const meaning = (code: string, audience: Audience): CodeMeaning => ({
  code,
  matchKey: matchKey(code),
  audience,
  own: true,
});
const suggest = (name: string, dictionary = usual) => suggestAudience(name, registry, dictionary);

describe("is asked", () => {
  it.each(["", "—", "ДО", "МО", "рабочая группа", "ФИО ответственного", "Лицей"])("«%s»", (name) => {
    expect(suggest(name).audience).toBe("ask");
  });

  it("with the meanings that are possible", () => {
    expect(suggest("Лицей").candidates).toEqual([
      { kind: "organisation", id: "s2" },
      { kind: "organisation", id: "s3" },
    ]);
    expect(suggest("ДО").candidates.length).toBeGreaterThan(1);
  });

  it("where the district's dictionary contradicts itself", () => {
    const twice = [meaning("ЦО", { kind: "outside" }), meaning("ЦО", { kind: "territory" })];
    expect(suggest("ЦО", twice)).toMatchObject({
      audience: "ask",
      candidates: [{ kind: "outside" }, { kind: "territory" }],
    });
  });
});

it("what the district has said of a name stands over the organisations that are called so", () => {
  const said = [...usual, meaning("Лицей", { kind: "organisation", id: "s3" })];
  expect(suggest("Лицей", said)).toMatchObject({ audience: { kind: "organisation", id: "s3" }, sure: true });
});

describe("is sure", () => {
  it.each<[string, Audience]>([
    ["УО", { kind: "organisationKind", kinds: ["authority"] }],
    ["OO", { kind: "organisationKind", kinds: ["school"] }],
    ["MЦ", { kind: "organisationKind", kinds: ["methodological_centre"] }],
    ["шнор", { kind: "designation", designations: ["low_results"] }],
    ["ШЛ.", { kind: "designation", designations: ["lead_school"] }],
    ["Озерновская СОШ", { kind: "organisation", id: "s1" }],
    ["МБОУ Школа № 1 пос. Озерный", { kind: "organisation", id: "s1" }],
  ])("«%s»", (name, audience) => {
    expect(suggest(name)).toMatchObject({ audience, sure: true });
  });

  it("what the district has settled", () => {
    const settled = dictionaryFrom([meaning("ДО", { kind: "organisationKind", kinds: ["kindergarten"] })]);
    expect(suggest("ДО", settled)).toMatchObject({
      audience: { kind: "organisationKind", kinds: ["kindergarten"] },
      sure: true,
    });
  });
});

describe("is a guess by words", () => {
  it.each<[string, Audience]>([
    ["ОО ШНОР, ШНСУ", { kind: "designation", designations: ["low_results", "adverse_conditions"] }],
    [
      "администрация и педагоги ШНОР и ШНСУ",
      { kind: "designation", designations: ["low_results", "adverse_conditions"] },
    ],
    ["классные руководители ШНОР", { kind: "designation", designations: ["low_results"] }],
    ["руководитель ресурсной школы", { kind: "designation", designations: ["resource_school"] }],
    ["Школы-лидеры", { kind: "designation", designations: ["lead_school"] }],
    ["МБУ «ЦРО»", { kind: "organisationKind", kinds: ["methodological_centre"] }],
    ["муниципальный методический центр", { kind: "organisationKind", kinds: ["methodological_centre"] }],
    ["Руководитель муниципального органа управления образованием", { kind: "organisationKind", kinds: ["authority"] }],
    ["Директор школы", { kind: "organisationKind", kinds: ["school"] }],
    ["Руководитель ОО", { kind: "organisationKind", kinds: ["school"] }],
    ["Администрация", { kind: "organisationKind", kinds: ["school"] }],
    ["детские сады", { kind: "organisationKind", kinds: ["kindergarten"] }],
    ["директор Озёрновская СОШ", { kind: "organisation", id: "s1" }],
    ["ЯИРО", { kind: "outside" }],
    ["Тьюторы ММЦ", { kind: "position", words: "Тьюторы", organisationKind: "methodological_centre" }],
    ["муниципальные тьюторы", { kind: "position", words: "муниципальные тьюторы" }],
    ["руководители РМО", { kind: "position", words: "руководители РМО" }],
    ["руководители ШМО", { kind: "position", words: "руководители ШМО", organisationKind: "school" }],
    [
      "Заместитель директора по УВР",
      { kind: "position", words: "Заместитель директора по УВР", organisationKind: "school" },
    ],
    ["ШМО учителей", { kind: "position", words: "руководитель ШМО", organisationKind: "school" }],
  ])("«%s»", (name, audience) => {
    expect(suggest(name)).toMatchObject({ audience, sure: false });
  });

  it("an institute of the registry answers itself", () => {
    const institute = {
      id: "i1",
      kind: "regional_institute",
      name: "Институт",
      shortName: "Институт",
      closedOn: null,
    } as const;
    const wider = { ...registry, organisations: [...registry.organisations, institute] };
    expect(suggestAudience("ЯИРО", wider, usual).audience).toEqual({
      kind: "organisationKind",
      kinds: ["regional_institute"],
    });
  });
});
