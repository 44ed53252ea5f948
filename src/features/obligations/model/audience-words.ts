import type { Audience } from "#features/places/model/audience.ts";
import type { DesignationKind, OrganisationKind } from "#features/places/model/words.ts";

/** Words of full names of designations, over `matchKey` texts; abbreviations live in the district's dictionary. */
const DESIGNATION_WORDS: readonly (readonly [DesignationKind, RegExp])[] = [
  ["low_results", /низки\p{L}* (?:образовательн\p{L}* )?результат/u],
  ["adverse_conditions", /неблагоприятн\p{L}* (?:социальн\p{L}* )?услови/u],
  ["lead_school", /школ\p{L}*\s*-\s*лидер|(?:школ\p{L}*|оо) лидер|опорн\p{L}* школ/u],
  ["resource_school", /ресурсн\p{L}* (?:школ|центр|организаци)/u],
  ["internship_site", /стажировочн\p{L}* площадк/u],
];

/** Words of kinds of organisations, the first that fits. */
const KIND_WORDS: readonly (readonly [OrganisationKind, RegExp])[] = [
  ["regional_institute", /институт\p{L}* развития образования|(?<!\p{L})\p{L}{0,4}иро(?!\p{L})/u],
  ["university", /(?<!\p{L})(?:вуз|университет|колледж|техникум)/u],
  ["methodological_centre", /методическ\p{L}* (?:центр|кабинет|служб)|центр\p{L}* развития образования/u],
  ["authority", /(?:управлени|отдел|департамент|комитет)\p{L}* образовани|орган\p{L}* управления образовани/u],
  ["kindergarten", /детск\p{L}* сад|дошкольн\p{L}* (?:образовательн\p{L}* )?(?:организаци|учреждени)/u],
  ["additional_education", /дополнительн\p{L}* образовани|дом\p{L}* (?:детского )?творчеств/u],
  ["culture", /учреждени\p{L}* культур|управлени\p{L}* культур|библиотек\p{L}*|музе(?:й|и|я)(?!\p{L})/u],
  ["sport", /(?:учреждени|управлени)\p{L}* (?:физическ\p{L}* культур\p{L}* и )?спорт|спортивн\p{L}* школ/u],
  ["enterprise", /(?<!\p{L})предприяти/u],
  [
    "school",
    /(?<!\p{L})(?:школ|гимнази|лице(?:й|и|я)|(?:обще)?образовательн\p{L}* (?:организаци|учреждени)|[сон]ош(?!\p{L}))/u,
  ],
];

export function designationsIn(key: string): DesignationKind[] {
  return DESIGNATION_WORDS.filter(([, words]) => words.test(key)).map(([designation]) => designation);
}

export function kindIn(key: string): OrganisationKind | undefined {
  return KIND_WORDS.find(([, words]) => words.test(key))?.[0];
}

/** Abbreviations that mean different things in different districts; asked unless the district's dictionary has settled them. */
const AMBIGUOUS: Readonly<Record<string, readonly Audience[]>> = {
  до: [
    { kind: "outside" },
    { kind: "organisationKind", kinds: ["authority"] },
    { kind: "organisationKind", kinds: ["kindergarten"] },
    { kind: "organisationKind", kinds: ["additional_education"] },
  ],
  мо: [{ kind: "territory" }, { kind: "position", words: "руководитель МО", organisationKind: "school" }],
  рмо: [{ kind: "community" }, { kind: "position", words: "руководитель РМО" }],
  то: [{ kind: "territory" }, { kind: "outside" }],
};

/** What an abbreviation may mean; empty where it is not known as ambiguous. */
export function ambiguousMeanings(key: string): readonly Audience[] {
  return AMBIGUOUS[key] ?? [];
}
