import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogueFolders, catalogueIn, folderOf, isOfDocuments } from "../../scripts/english/catalogue.ts";
import { pageModules } from "../../scripts/english/graph.ts";
import { SWAPS } from "../../scripts/english/swaps.ts";
import { textsOf } from "../../scripts/english/texts.ts";
import { writeEnglish } from "../../scripts/english/write-english.ts";

const RUSSIAN = /\p{Script=Cyrillic}/u;
const modules = pageModules(SWAPS).filter((path) => !isOfDocuments(path));
const said = new Map<string, Set<string>>(catalogueFolders().map((folder) => [folder, new Set()]));
for (const path of modules)
  for (const { key } of textsOf(path, readFileSync(path, "utf8"))) said.get(folderOf(path))!.add(key);

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe("the pages in English", () => {
  it("are looked for where they are", () => {
    expect(modules.length).toBeGreaterThan(300);
    expect([...said.values()].reduce((sum, texts) => sum + texts.size, 0)).toBeGreaterThan(2000);
  });

  describe.each(catalogueFolders().filter((folder) => said.get(folder)!.size > 0))("%s", (folder) => {
    const catalogue = catalogueIn(folder);

    it("say every text, and no text that the pages no longer have: npm run english", () => {
      const missing = [...said.get(folder)!].filter((text) => !catalogue.get(text));
      const spent = [...catalogue.keys()].filter((text) => !said.get(folder)!.has(text));
      expect({ missing, spent }).toEqual({ missing: [], spent: [] });
    });

    it("leave Russian only where it stays whole", () => {
      const mixed = [...catalogue].filter(([text, english]) => RUSSIAN.test(english) && english !== text);
      expect(mixed).toEqual([]);
    });

    it("fill the same places of a sentence", () => {
      const lost = [...catalogue].filter(
        ([text, english]) => english && places(text).join() !== places(english).join(),
      );
      expect(lost).toEqual([]);
    });
  });
});

describe("a module in English", () => {
  const words = new Map([
    ["Осталось {0} из {1}", "{1} in all, {0} left"],
    ["Сохранить", "Save"],
    ["сегодня", "today"],
    ["Срок:", "Due:"],
    ["кавычки «да»", 'a quote " and a \\'],
    ["День недели", "Weekday"],
  ]);
  it.each([
    ['const a = "Сохранить";', 'const a = "Save";'],
    ["const a = `Осталось ${left()} из ${all}`;", "const a = `${all} in all, ${left()} left`;"],
    ['const a = `Осталось ${n ? "сегодня" : n} из ${m}`;', 'const a = `${m} in all, ${n ? "today" : n} left`;'],
    ['const a = <b title="Сохранить">Срок: {day}</b>;', 'const a = <b title={"Save"}>{"Due: "}{day}</b>;'],
    ["const a = <p>\n  День\n  недели\n</p>;", 'const a = <p>{"Weekday"}</p>;'],
    ['const a = "кавычки «да»";', 'const a = "a quote \\" and a \\\\";'],
    ['type Day = "сегодня"; const a = { "Сохранить": 1 };', 'type Day = "сегодня"; const a = { "Сохранить": 1 };'],
    ['const a = /Сохранить/; import "./Сохранить.ts";', 'const a = /Сохранить/; import "./Сохранить.ts";'],
    ['const a = "нет такого";', 'const a = "нет такого";'],
  ])("%s", (code, english) => expect(writeEnglish("a.tsx", code, (key: string) => words.get(key))).toBe(english));
});
