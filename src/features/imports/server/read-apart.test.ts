import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
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
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  entry = join(folder, "reading-process.mjs");
  await build({
    entryPoints: ["src/features/imports/server/reading-process.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
    outfile: entry,
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("ends a reading that takes too long with a sentence", async () => {
  const result = await readApart(PLAN, "план.docx", NOBODY_STOPS, { entry, limits: { seconds: 0, megabytes: 256 } });
  expect(result).toMatchObject({ ok: false, refusal: { code: "reading-too-long" } });
});

it("ends a reading that takes too much memory with a sentence, and the program lives on", async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => tr([String(at), `Дело ${at}`, "май 2022", "УО"]));
  const monster = docx([tbl([tr(HEAD), ...rows])]);
  const result = await readApart(monster, "план.docx", NOBODY_STOPS, {
    entry,
    limits: { seconds: 60, megabytes: 64 },
  });
  expect(result).toMatchObject({ ok: false, refusal: { code: "reading-too-big" } });
});

it.skipIf(process.platform !== "linux")("ends a reading that takes memory beside the heap", async () => {
  const greedy = join(folder, "greedy.mjs");
  await writeFile(
    greedy,
    `process.once("message", async () => {
      const taken = [];
      for (let at = 0; at < 40; at += 1) {
        taken.push(Buffer.alloc(20_000_000, 1));
        await new Promise((rest) => setTimeout(rest, 20));
      }
      process.send({ result: { ok: true, value: "read" } });
    });`,
  );
  const limits = { seconds: 60, megabytes: 64 };
  const result = await readApart(PLAN, "план.docx", NOBODY_STOPS, { entry: greedy, limits });
  expect(result).toMatchObject({ ok: false, refusal: { code: "reading-too-big" } });
});

it("tells a fault of the reader from a document too big", async () => {
  const faulty = join(folder, "faulty.mjs");
  await writeFile(faulty, 'process.once("message", () => void Promise.reject(new Error("a fault")));');
  await expect(readApart(PLAN, "план.docx", NOBODY_STOPS, { entry: faulty })).rejects.toThrow("reading failed");
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
