import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTerm } from "./read-term.ts";
import { coverageOf, judge, readCorpus, type CorpusKind } from "./corpus.ts";

const SOURCES = process.env.ORIENTIR_SOURCES ?? "../shared/sources";
const CORPUS = "fixtures/phrases";
const KINDS: readonly CorpusKind[] = ["terms", "parties", "planned"];

function judged(kind: CorpusKind, name: string) {
  const text = readFileSync(join(CORPUS, kind, name), "utf8");
  return readCorpus(text).map((one) => ({ one, judged: judge(kind, one) }));
}

function told({ one, judged: { verdict, read } }: ReturnType<typeof judged>[number]): string {
  return `${one.line}: ${one.phrase} => ${one.told ?? ""}${one.isMarked ? " ?" : ""}   ${verdict}: ${read}`;
}

describe("the notation", () => {
  it("a line without its sign is named", () => {
    expect(() => readCorpus("# о чём\n\nоктябрь")).toThrow("Строка 3");
  });

  it("has marks, columns and line ends", () => {
    const text = "УО\\nОО => assignee УО; coAssignee ОО\n[участники] ОО => participant  ОО ?\nнечто => ?";
    expect(readCorpus(text)).toEqual([
      { line: 1, phrase: "УО\nОО", column: "responsible", told: "assignee УО; coAssignee ОО", isMarked: false },
      { line: 2, phrase: "ОО", column: "participants", told: "participant ОО", isMarked: true },
      { line: 3, phrase: "нечто", column: "responsible", told: null, isMarked: true },
    ]);
  });

  it.each([
    ["октябрь => window 10-01..10-31", "whole"],
    ["уточняется => ?", "marked"],
    ["август-октябрь- => window 08-01..10-31 ?", "marked"],
    ["август-октябрь- => window 08-01..09-30 ?", "differs"],
    ["уточняется => continuous", "asked"],
    ["октябрь => window 11-01..11-30", "wrong"],
    ["октябрь => window 10-01..10-31 ?", "wrong"],
  ])("«%s» is %s", (line, verdict) => {
    expect(judge("terms", readCorpus(line)[0]!).verdict).toBe(verdict);
  });
});

describe.each(KINDS)("%s of the corpus", (kind) => {
  const files = readdirSync(join(CORPUS, kind)).filter((name) => name.endsWith(".txt"));

  it("those of the sources are read as by hand", () => {
    const cases = judged(kind, "sources.txt");
    expect(cases.length).toBeGreaterThan(10);
    expect(cases.filter(({ judged: { verdict } }) => verdict !== "whole" && verdict !== "marked").map(told)).toEqual(
      [],
    );
  });

  it.each(files)("%s: nothing is read wrong in silence, and few are asked in vain", (name) => {
    const cases = judged(kind, name);
    const coverage = coverageOf(cases);
    expect(cases.filter(({ judged: { verdict } }) => verdict === "wrong").map(told)).toEqual([]);
    const asked = cases.filter(({ judged: { verdict } }) => verdict === "asked").map(told);
    expect(coverage.whole / coverage.toRead, asked.join("\n")).toBeGreaterThanOrEqual(0.97);
  });
});

it("a term of the sources is read the same in capitals", () => {
  const shouted = judged("terms", "sources.txt").map(({ one }) => ({
    one,
    judged: judge("terms", { ...one, phrase: one.phrase.toUpperCase() }),
  }));
  expect(shouted.filter(({ judged: { verdict } }) => verdict !== "whole" && verdict !== "marked").map(told)).toEqual(
    [],
  );
});

describe("a term is understood whole or marked", () => {
  const words = ["нечто", "кроме", "не", "отчёт", "или"];
  const sure = ["sources.txt", "practice.txt"].map((name) =>
    judged("terms", name).filter(({ judged: { verdict } }) => verdict === "whole"),
  );

  it.each(words.map((word, turn) => [word, turn] as const))(
    "«%s» put anywhere into a phrase that is sure is never lost",
    (word, turn) => {
      const silent: string[] = [];
      let tried = 0;
      for (const [file, cases] of sure.entries()) {
        for (const [number, { one }] of cases.entries()) {
          // a phrase of the sources is tried with every word, one of practice with the word whose turn it is
          if (file > 0 && number % words.length !== turn) continue;
          const pieces = one.phrase.split(/(?<=\s)/u);
          for (let at = 0; at <= pieces.length; at += 1) {
            const phrase = [...pieces.slice(0, at), ` ${word} `, ...pieces.slice(at)].join("");
            const { rest, doubts } = readTerm(phrase);
            tried += 1;
            if (rest === "" && doubts.length === 0) silent.push(phrase);
          }
        }
      }
      expect(tried).toBeGreaterThan(300);
      expect(silent).toEqual([]);
    },
  );
});

/** The phrases of time that the text of the documents uses outside of term columns. */
const IN_TEXT =
  /до \d\d\.\d\d\.\d{4} г\.|к концу \d{4} года|\d{4}-\d{4} (?:учебные годы|годы|год(?!\p{L})|гг\.)|(?<=\t)\d{4} г\./gu;

const folded = (text: string) => text.replace(/\s+/g, " ").trim();

function phrasesIn(value: unknown, found: Record<CorpusKind, Set<string>>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "plan")
      for (const planned of Object.values(inner as object)) {
        found.planned.add(folded(String(planned)));
        if (/раз/.test(String(planned))) found.terms.add(folded(String(planned)).toLowerCase());
      }
    else if (typeof inner !== "string") phrasesIn(inner, found);
    else if (key === "term") found.terms.add(folded(inner).toLowerCase());
    else if (key === "responsible") found.parties.add(folded(inner));
    else if (key === "participants") found.parties.add(`[участники] ${folded(inner)}`);
  }
}

describe.skipIf(!existsSync(SOURCES))("the source documents", () => {
  const found = { terms: new Set<string>(), parties: new Set<string>(), planned: new Set<string>() };
  for (const name of existsSync(SOURCES) ? readdirSync(SOURCES) : []) {
    const text = () => readFileSync(join(SOURCES, name), "utf8");
    if (name.endsWith(".expected.json")) phrasesIn(JSON.parse(text()), found);
    if (name.endsWith(".txt"))
      for (const [phrase] of text().matchAll(IN_TEXT)) found.terms.add(folded(phrase).toLowerCase());
  }

  it.each(KINDS)("every distinct phrase is in the corpus: %s", (kind) => {
    const there = new Set(
      readCorpus(readFileSync(join(CORPUS, kind, "sources.txt"), "utf8")).map(
        ({ phrase, column }) => (column === "participants" ? "[участники] " : "") + phrase,
      ),
    );
    expect(found[kind].size).toBeGreaterThan(10);
    expect([...found[kind]].filter((phrase) => phrase && !there.has(phrase))).toEqual([]);
  });
});
