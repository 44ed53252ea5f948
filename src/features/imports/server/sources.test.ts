import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measuresOf } from "#domain/tables/reading.ts";
import { acceptAll, draft, read } from "../../../../test/support/import-samples.ts";
import { takeIn, whole, type Stored } from "../../../../test/support/import-steps.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { officeProgram } from "#platform/office/office-program.ts";
import { openDocument } from "#platform/office/open-document.ts";
import { passportOf } from "../model/passport.ts";
import { proposedTables } from "../model/source.ts";

const SOURCES = process.env["ORIENTIR_SOURCES"] ?? "../shared/sources";

/** Each document with its tables that become roadmaps: the measures of each, as the careful readings count them. */
const DOCUMENTS = [
  { file: "uglich-school-support-roadmap.docx", measures: [31] },
  { file: "uglich-school-support-roadmap.odt", measures: [31] },
  ...(officeProgram() === null ? [] : [{ file: "uglich-school-support-roadmap.doc", measures: [31] }]),
  { file: "kovrov-network-programme.docx", measures: [10, 17, 31] },
  { file: "teacher-growth-model.docx", measures: [26] },
  { file: "social-contract-2.0.docx", measures: [9] },
  { file: "tobolsk-partner-schools.docx", measures: [5], texts: 4 },
];

describe.skipIf(!existsSync(SOURCES))("the five documents", () => {
  let world: World;
  let territory: string;
  let officer: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territory = await world.territory({ kind: "municipality", parentId: region });
    for (const kind of ["authority", "methodological_centre", "school", "school", "school"] as const)
      await world.organisation(territory, kind);
    officer = await world.person([{ role: "officer", territoryId: territory }]);
  });
  afterAll(() => world.close());

  it.each(DOCUMENTS)(
    "$file: with every suggestion taken, every measure arrives in order with its texts whole",
    async ({ file, measures, texts = 0 }) => {
      const bytes = await readFile(join(SOURCES, file));
      const opened = await openDocument(bytes, file);
      if (!opened.ok) throw new Error(opened.refusal.text);
      const source = read(opened.value);
      expect(proposedTables(source.reading).map((table) => measuresOf(table).length)).toEqual(measures);
      const { drafted } = acceptAll(source);
      const unread = drafted.rows.filter(
        ({ measure: { cadence } }) => cadence.length === 0 || cadence.some(({ kind }) => kind === "unknown"),
      );
      expect(unread.map(({ measure }) => measure.title)).toEqual([]);
      expect(draft(source)).toEqual(draft(source));

      const programmeId = await whole(officer, territory, await takeIn(world, officer, territory, file, bytes));
      const stored = await world.rows<Stored>(
        `select m.number, m.title, m.level, m.due_text, m.result, m.report_document, m.responsible_text, m.participants_text, m.source
         from measure m join roadmap r on r.territory_id = m.territory_id and r.id = m.roadmap_id
        where m.programme_id = $1 order by r.ordinal, m.ordinal`,
        [programmeId],
      );
      // what was written is what was read, cell by cell, in the order of the page
      const printed = proposedTables(source.reading).flatMap((table) =>
        measuresOf(table).map(({ measure }) => measure),
      );
      const plain = stored.filter(({ level }) => level === "");
      const isMatrix = printed.some(({ instruments }) => instruments);
      if (!isMatrix)
        expect(
          plain.map((row) => [
            row.number,
            row.title,
            row.due_text,
            row.result,
            row.report_document,
            row.responsible_text,
          ]),
        ).toEqual(
          printed.map((one) => [
            one.number ?? "",
            one.title ?? one.result ?? "Без названия",
            one.term ?? "",
            one.result ?? "",
            one.reportDocument ?? "",
            one.responsible ?? "",
          ]),
        );
      else {
        const cells = new Set(
          printed.flatMap(({ instruments }) => Object.values(instruments!).map(({ text }) => text)),
        );
        cells.delete("");
        expect(new Set(stored.map(({ title }) => title))).toEqual(cells);
        expect(stored.every(({ due_text: term }) => term !== "")).toBe(true);
      }
      const [programme] = await world.rows<{ passport: unknown[]; status: string }>(
        "select passport, status from programme where id = $1",
        [programmeId],
      );
      expect(programme!.status).toBe("draft");
      expect(programme!.passport).toHaveLength(passportOf(source.reading).length);
      expect(programme!.passport.length).toBeGreaterThanOrEqual(texts);
    },
  );
});
