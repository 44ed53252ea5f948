import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { readParties, type PartiesOptions } from "./read-parties.ts";

const LETTERS = { accountable: "отв", assignee: "исп", coAssignee: "со", participant: "уч" } as const;

/** «исп УО; уч ОО ? и др.» */
function told(phrase: string, options?: PartiesOptions): string {
  const { parties, rest } = readParties(phrase, options);
  const names = parties.map(({ name, part, byAgreement }) => `${LETTERS[part]} ${name}${byAgreement ? " *" : ""}`);
  return names.join("; ") + (rest ? ` ? ${rest}` : "");
}

describe("what names no party stays in the rest", () => {
  it.each([
    ["", ""],
    ["—", ""],
    ["постоянно", " ? постоянно"],
    ["до 15 октября", " ? до 15 октября"],
    ["по приказу", " ? по приказу"],
    ["см. п. 1.2", " ? см. п. 1.2"],
    ["все участники", " ? все участники"],
    ["УО, 25 человек", "исп УО ? 25 человек"],
    ["ОО, УО и др.", "исп ОО; со УО ? и др."],
    ["УО, 12", "исп УО ? 12"],
  ])("«%s»", (phrase, expected) => {
    expect(told(phrase)).toBe(expected);
  });
});

describe("parts", () => {
  it.each([
    ["УО", "исп УО"],
    ["УО, ММЦ; ОО", "исп УО; со ММЦ; со ОО"],
    ["УО\nММЦ", "исп УО; со ММЦ"],
    ["УО и ММЦ", "исп УО; со ММЦ"],
    ["УО / ОО, ШНОР", "исп УО; уч ОО; уч ШНОР"],
    ["УО/ОО", "исп УО; уч ОО"],
    ["УО / ОО\nММЦ / ШНОР", "исп УО; уч ОО; со ММЦ; уч ШНОР"],
    ["УО совместно с ММЦ", "исп УО; со ММЦ"],
    ["УО при участии ШНОР и ШНСУ", "исп УО; уч ШНОР; уч ШНСУ"],
    [
      "Ответственный: начальник УО; исполнители: ММЦ, ОО; участники: педагоги",
      "отв начальник УО; исп ММЦ; со ОО; уч педагоги",
    ],
    ["Исполнитель – УО, соисполнители – ММЦ", "исп УО; со ММЦ"],
    ["Ответственный исполнитель: УО", "исп УО"],
    ["ЯИРО (по согласованию), УО", "исп ЯИРО *; со УО"],
    ["ГИБДД (по согл.)", "исп ГИБДД *"],
    ["Совет ветеранов - по согласованию", "исп Совет ветеранов *"],
    ["УО (совместно с ММЦ)", "исп УО; со ММЦ"],
    ["ОО под руководством ММЦ", "исп ОО; отв ММЦ"],
    ["УО + ОО", "исп УО; со ОО"],
    ["УО \\ ОО", "исп УО; уч ОО"],
    ["УО – ответственный, ОО – исполнители", "отв УО; исп ОО"],
    ["УО (исполнитель), ММЦ (соисполнитель)", "исп УО; со ММЦ"],
    ["отв. Петрова А.А.", "отв Петрова А.А."],
    ["исп. УО", "исп УО"],
    ["1. УО;\n2. ММЦ.", "исп УО; со ММЦ"],
    ["OO / MЦ", "исп OO; уч MЦ"],
  ])("«%s»", (phrase, expected) => {
    expect(told(phrase)).toBe(expected);
  });

  it("makes everyone of the participants' column a participant", () => {
    expect(told("ШНОР, ШНСУ и УО", { column: "participants" })).toBe("уч ШНОР; уч ШНСУ; уч УО");
  });
});

describe("what may be read in two ways carries a doubt", () => {
  it.each([
    ["МБУ «ЦРО, УО", "исп МБУ «ЦРО; со УО", "misprint"],
    ["УО (ОО, ММЦ", "исп УО (ОО; со ММЦ", "misprint"],
    ["МБУ ЦРО», УО", "исп МБУ ЦРО»; со УО", "misprint"],
    ["УО ММЦ", "исп УО; со ММЦ", "misprint"],
    ["Петрова А.А. Белов С.П.", "исп Петрова А.А.; со Белов С.П.", "misprint"],
    ["OO", "исп OO", "lookAlike"],
    ["/ ОО", "уч ОО", "ambiguous"],
    ["УО /", "исп УО", "ambiguous"],
    ["УО/ММЦ/ОО", "исп УО; уч ММЦ; уч ОО", "ambiguous"],
    ["УО или ММЦ", "исп УО или ММЦ", "ambiguous"],
    ["ОО- РМО", "исп ОО- РМО", "ambiguous"],
    ["УО - контроль, ОО - исполнение", "отв УО; исп ОО", "ambiguous"],
    ["УО ежегодно", "исп УО ежегодно", "narrowed"],
    ["ОО (по графику)", "исп ОО (по графику)", "narrowed"],
    ["ОО: СОШ № 1, УО", "исп ОО: СОШ № 1; со УО", "ambiguous"],
    ["контроль – УО", "отв УО", "ambiguous"],
    ["совместно с ММЦ", "со ММЦ", "ambiguous"],
    ["директора СОШ № 1, 6", "исп директора СОШ № 1; со директора СОШ № 6", "ambiguous"],
    ["школы № 1-5", "исп школы № 1-5", "narrowed"],
    ["ОО (кроме СОШ № 2)", "исп ОО", "narrowed"],
    ["УО (по согласованию с ИРО)", "исп УО", "narrowed"],
  ])("«%s»", (phrase, expected, kind) => {
    expect(told(phrase)).toBe(expected);
    expect(readParties(phrase).doubts.map((doubt) => doubt.kind)).toContain(kind);
    expect(readParties(phrase).confidence).toBe("doubted");
  });

  it("a phrase of plain names has none", () => {
    expect(readParties("УО, МБУ «ЦРО» / ОО № 1, 3 (по согласованию)")).toMatchObject({
      doubts: [],
      confidence: "whole",
    });
  });
});

describe("commas, «и» and slashes inside one name", () => {
  it.each([
    [
      "Руководитель МБУ «Центр развития образования, спорта и туризма»",
      "исп Руководитель МБУ «Центр развития образования, спорта и туризма»",
    ],
    ["Управление образования, спорта и туризма, УО", "исп Управление образования, спорта и туризма; со УО"],
    ["МБУ «Центр «Исток», УО", "исп МБУ «Центр «Исток»; со УО"],
    ['МБУ "Центр, и школа" и УО', 'исп МБУ "Центр, и школа"; со УО'],
    ["Руководители ОО (директора, заведующие), УО", "исп Руководители ОО (директора, заведующие); со УО"],
    ["директор, зам.директора по УВР, ВР", "исп директор; со зам.директора по УВР, ВР"],
    ["методисты, руководители РМО, ШМО", "исп методисты; со руководители РМО, ШМО"],
    ["Руководители РМО и ШМО", "исп Руководители РМО и ШМО"],
    ["УО / администрация и педагоги ШНОР и ШНСУ", "исп УО; уч администрация и педагоги ШНОР и ШНСУ"],
    ["директор школы и заместитель директора по УВР", "исп директор школы; со заместитель директора по УВР"],
    ["директор и педагоги", "исп директор; со педагоги"],
    ["руководители городских, сельских школ, УО", "исп руководители городских, сельских школ; со УО"],
    ["учитель и/или тьютор", "исп учитель и/или тьютор"],
    ["Петрова А. А., методист", "исп Петрова А. А., методист"],
    ["Петрова А.А. и Белов С.П.", "исп Петрова А.А.; со Белов С.П."],
    ["зам. директора по УВР, ВР, АХЧ", "исп зам. директора по УВР, ВР, АХЧ"],
    ["учителя физики, химии, ММЦ", "исп учителя физики, химии; со ММЦ"],
    ["учителя 4, 5, 9 классов, УО", "исп учителя 4, 5, 9 классов; со УО"],
    ["классные руководители 9, 11 классов", "исп классные руководители 9, 11 классов"],
    ["специалист УО, курирующий ГИА, ОО", "исп специалист УО, курирующий ГИА; со ОО"],
    [
      "сектор дошкольного, общего и дополнительного образования",
      "исп сектор дошкольного, общего и дополнительного образования",
    ],
    ["КДН и ЗП, ОО", "исп КДН и ЗП; со ОО"],
    ["отдел образования и ОО", "исп отдел образования; со ОО"],
    ["наставники и молодые педагоги", "исп наставники; со молодые педагоги"],
    ["МБОУ СОШ № 1, 3 и 5", "исп МБОУ СОШ № 1; со МБОУ СОШ № 3; со МБОУ СОШ № 5"],
    ["МБОУ СОШ №№ 2, 4", "исп МБОУ СОШ № 2; со МБОУ СОШ № 4"],
    ["ОО № 1, 3", "исп ОО № 1; со ОО № 3"],
    ["д/с № 5, УО", "исп д/с № 5; со УО"],
    ["ОО (по списку)", "исп ОО (по списку)"],
    ["руководителям ШМО", "исп руководителям ШМО"],
    ["ШМО учителей", "исп ШМО учителей"],
  ])("«%s»", (phrase, expected) => {
    expect(told(phrase)).toBe(expected);
  });
});

const SOURCES = process.env.ORIENTIR_SOURCES ?? "../shared/sources";

function cellsIn(value: unknown, found: Map<string, PartiesOptions>): Map<string, PartiesOptions> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== "string") cellsIn(inner, found);
    else if (key === "responsible" || key === "participants") found.set(`${key} ${inner}`, { column: key });
  }
  return found;
}

describe.skipIf(!existsSync(SOURCES))("parties of the source documents", () => {
  const cells = new Map<string, PartiesOptions>();
  for (const name of existsSync(SOURCES) ? readdirSync(SOURCES) : []) {
    if (name.endsWith(".expected.json")) cellsIn(JSON.parse(readFileSync(join(SOURCES, name), "utf8")), cells);
  }

  it("were found", () => expect(cells.size).toBeGreaterThan(50));

  it.each([...cells])("«%s» is understood whole", (cell, options) => {
    const phrase = cell.slice(cell.indexOf(" ") + 1);
    const { parties, rest } = readParties(phrase, options);
    expect(rest).toBe("");
    // nothing is lost: the names and the marks between them make the phrase again
    const letters = (text: string) => text.replace(/[^\p{L}\d]/gu, "");
    expect(letters(parties.map(({ name }) => name).join(""))).toBe(letters(phrase));
    expect(parties.filter(({ part }) => part === "assignee")).toHaveLength(options.column === "participants" ? 0 : 1);
  });
});

describe("laws", () => {
  const pieces =
    'УО ОО ШНОР руководители РМО администрация и педагоги « » " ( ) / , ; : \n при участии совместно с ответственный: исполнители - по УВР (по согласованию) и др. октябрь'.split(
      / /,
    );
  const sloppy = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(" "));
  const fold = (text: string) => text.replace(/\s+/g, " ").trim();

  it("no phrase throws; names and rest stand in the phrase as written", () => {
    fc.assert(
      fc.property(fc.oneof(sloppy, fc.string({ unit: "binary", maxLength: 200 })), (phrase) => {
        const { parties, rest } = readParties(phrase);
        for (const { name, byAgreement } of parties) {
          expect(name).not.toBe("");
          // a name made of a number takes the words of the one before it
          expect(
            byAgreement === true ||
              /№/.test(name) ||
              fold(phrase).includes(name) ||
              fold(phrase.replace(/[()]/g, " ")).includes(fold(name.replace(/[()]/g, " "))),
          ).toBe(true);
        }
        for (const word of fold(rest).split(" ")) expect(phrase).toContain(word);
      }),
      { numRuns: runs(100) },
    );
  });

  it.each([
    "«",
    "(",
    "УО, ",
    " и ",
    "/",
    "УО и ",
    "исполнитель ",
    "зам. директора по УВР, ВР, ",
    "\n",
    ". ",
    "по согласованию ",
  ])("reads «%s» repeated to 2000 characters", (piece) => {
    const phrase = piece.repeat(Math.ceil(2000 / piece.length));
    expect(readParties(phrase).phrase).toBe(phrase);
  });

  it("tells a doubt of the whole phrase once, however often it comes up", () => {
    const { parties, doubts } = readParties("УО / ".repeat(4000));
    expect(parties.length).toBe(4000);
    expect(doubts.map(({ words }) => words)).toEqual([
      "Косых черт несколько: неясно, кто из названных участвует.",
      "Справа от косой черты никто не назван.",
    ]);
  });

  it("leaves whole what no row of names is as long as, instead of weighing each «и» with all the rest", () => {
    const { parties } = readParties("и ".repeat(100_000));
    expect(parties.length).toBeLessThan(2);
  });
});
