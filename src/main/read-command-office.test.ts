import { resolve } from "node:path";
import { expect, it } from "vitest";
import {
  careReading,
  expectedRows,
  fold,
  hasSource,
  type ExpectedTable,
} from "../../test/scenarios/source-document.ts";
import { hasLibreOffice } from "../../test/support/libre-office.ts";
import { readCommand } from "./read-command.ts";

const NAME = "uglich-school-support-roadmap";
const SOURCES = resolve(process.env["ORIENTIR_SOURCES"] ?? "../shared/sources");

/** Title, section, term, bearers and result of every measure in printed order. */
function measuresIn(tables: readonly ExpectedTable[]): string[][] {
  return tables.flatMap(expectedRows).map(({ section, measure }) => {
    const { title, term, responsible, result, reportDocument } = measure;
    return [section, ...[title, term, responsible, result, reportDocument].map(fold)];
  });
}

it.skipIf(!hasLibreOffice || !hasSource(`${NAME}.doc`))(
  "an old Word file gives every measure in order, with its texts and section",
  async () => {
    let read = "";
    const code = await readCommand(
      `${SOURCES}/${NAME}.doc`,
      { json: true },
      { out: (line) => (read += line), complain: () => {} },
    );
    expect(code).toBe(0);
    const expected = measuresIn(careReading(NAME));
    expect(expected.length).toBeGreaterThan(0);
    expect(measuresIn((JSON.parse(read) as { tables: ExpectedTable[] }).tables)).toEqual(expected);
  },
);
