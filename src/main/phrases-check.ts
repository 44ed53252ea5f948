import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { coverageOf, judge, readCorpus, type CorpusKind, type Judged } from "#domain/phrases/corpus.ts";

const KINDS: readonly CorpusKind[] = ["terms", "parties", "planned"];
const WORDS: Readonly<Record<Judged["verdict"], string>> = {
  whole: "понято",
  marked: "переспрошено",
  differs: "переспрошено, понято иначе",
  asked: "переспрошено зря",
  wrong: "ПОНЯТО НЕ ТАК И НЕ ПЕРЕСПРОШЕНО",
};

const percent = (part: number, whole: number) => (whole ? `${((part / whole) * 100).toFixed(1)} %` : "–");

/**
 * Reads every file of the corpus in `folder`, prints each case that is not read as by a person, and a line of figures for each file.
 * Returns 1 where a phrase is read wrong and nobody is told, else 0.
 */
export function phrasesCheck(folder: string, print: (line: string) => void): number {
  let wrong = 0;
  for (const kind of KINDS) {
    for (const name of readdirSync(join(folder, kind)).filter((each) => each.endsWith(".txt"))) {
      const text = readFileSync(join(folder, kind, name), "utf8");
      const cases = readCorpus(text).map((one) => ({ one, judged: judge(kind, one) }));
      for (const { one, judged } of cases) {
        if (judged.verdict === "whole" || judged.verdict === "marked") continue;
        const expected = `${one.told ?? ""}${one.isMarked ? " ?" : ""}`.trim();
        print(`${kind}/${name}:${one.line} ${WORDS[judged.verdict]}`);
        print(`    ${one.phrase.replaceAll("\n", "\\n")}\n    надо:  ${expected}\n    вышло: ${judged.read}`);
      }
      const found = coverageOf(cases);
      wrong += found.wrong;
      print(
        `${kind}/${name}: фраз ${found.cases}; понято целиком ${found.whole} из ${found.toRead} (${percent(found.whole, found.toRead)}); ` +
          `переспрошено по делу ${found.marked + found.differs} из ${found.cases - found.toRead} (иначе понято ${found.differs}); ` +
          `переспрошено зря ${found.asked}; неверно без пометки ${found.wrong}`,
      );
    }
  }
  return wrong > 0 ? 1 : 0;
}
