import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtProgram } from "../../../../test/support/built-program.ts";
import { docx, tbl, tr } from "../../../../test/support/docx-builder.ts";
import { officeProgram } from "#platform/office/office-program.ts";
import type { ReadingStep } from "../model/reading-step.ts";
import { readDocument } from "./read-document.ts";
import { readApart } from "./read-apart.ts";

const HEAD = ["№", "Мероприятие", "Срок", "Исполнители"];
const PLAN = docx([
  tbl([tr(HEAD), tr(["1", "Открыть двери", "май 2022", "УО"]), tr(["2", "Закрыть двери", "июнь 2022", "УО"])]),
]);
const NOBODY_STOPS = async () => true;

let folder: string;
let entry: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "orientir-reading-"));
  entry = await builtProgram("src/features/imports/server/reading-process.ts", folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("ends a reading that takes too long with a sentence", async () => {
  const result = await readApart(PLAN, "план.docx", NOBODY_STOPS, { entry, limits: { seconds: 0, megabytes: 256 } });
  expect(result).toMatchObject({ ok: false, refusal: { code: "reading-too-long" } });
});

it("ends a reading that takes too much memory with a sentence", async () => {
  const greedy = join(folder, "greedy.mjs");
  await writeFile(
    greedy,
    'process.once("message", () => { for (const taken = []; ; ) taken.push(Array(100_000).fill({})); });',
  );
  const result = await readApart(PLAN, "план.docx", NOBODY_STOPS, {
    entry: greedy,
    limits: { seconds: 60, megabytes: 48 },
  });
  expect(result).toMatchObject({ ok: false, refusal: { code: "reading-too-big" } });
});

it("stops when nobody waits for it any more", async () => {
  const seen: ReadingStep[] = [];
  const stop = async (stage: ReadingStep) => {
    seen.push(stage);
    return false;
  };
  expect(await readApart(PLAN, "план.docx", stop, { entry })).toBeUndefined();
  expect(seen[0]).toBe("Открываю файл");
});

it("hands a refusal of the file through", async () => {
  const result = await readApart(new Uint8Array(), "план.docx", NOBODY_STOPS, { entry });
  expect(result).toMatchObject({ ok: false, refusal: { code: "office-empty" } });
});

it("reads apart exactly what it reads in place, stage by stage", async () => {
  const seen: ReadingStep[] = [];
  const inPlace = await readDocument(PLAN, "план.docx", () => undefined);
  const apart = await readApart(
    PLAN,
    "план.docx",
    async (stage) => {
      seen.push(stage);
      return true;
    },
    { entry },
  );
  expect(apart).toEqual(inPlace);
  expect(seen).toEqual(["Открываю файл", "Нахожу таблицы"]);
});

it.skipIf(officeProgram() === null)("reads a kind apart that only an office program opens", async () => {
  const rtf = new TextEncoder().encode("{\\rtf1\\ansi \\u1087?\\u1083?\\u1072?\\u1085?\\par}");
  const read = await readApart(rtf, "план.rtf", NOBODY_STOPS, { entry });
  expect(read).toMatchObject({ ok: true, value: { grids: { blocks: [{ text: "план" }] } } });
});
