import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { docx, p, tbl, tc, tr } from "../../../test/support/docx-builder.ts";
import { xlsx } from "../../../test/support/xlsx-builder.ts";
import type { Block } from "#shared/document-grids.ts";
import { convert, officeProgram } from "./office-program.ts";
import { openDocument } from "./open-document.ts";
import { OfficeRefusal } from "./problems.ts";

const program = officeProgram();
const limits = { seconds: 20, bytes: 1_000_000, megabytes: 64 };
const BYTES = new TextEncoder().encode("что угодно");

let folder: string;
/** where temporary folders are made: of this test alone, so that nothing left there is anybody else's */
let temporary: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "orientir-test-"));
  temporary = join(folder, "tmp");
  await mkdir(temporary);
  vi.stubEnv("TMPDIR", temporary);
});
afterEach(async () => {
  expect(await readdir(temporary)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

/** A program that stands in for LibreOffice: a shell script that is given its words. */
async function standIn(script: string): Promise<string> {
  const path = join(folder, "soffice");
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const fault: unknown = await work.catch((error: unknown) => error);
  return fault instanceof OfficeRefusal ? fault.problem.code : String(fault);
}

/** Whether a process lives; one that has ended and waits to be forgotten does not. */
async function lives(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return state !== "" && !/\) [ZX] /.test(state);
}

async function writtenPid(): Promise<number> {
  for (;;) {
    const text = await readFile(join(folder, "pid"), "utf8").catch(() => "");
    if (text.endsWith("\n")) return Number(text);
    await rest(10);
  }
}

async function dies(pid: number): Promise<void> {
  while (await lives(pid)) await rest(10);
}

describe.skipIf(process.platform !== "linux")("whatever the program does", () => {
  it("hands over what it wrote", async () => {
    const copy = await standIn(
      'for last; do :; done; mkdir "$(dirname "$last")/out"; cp "$last" "$(dirname "$last")/out/document.docx"',
    );
    expect(await convert(copy, BYTES, "doc", limits)).toEqual(BYTES);
  });

  it.each([
    ["ends without a word", "exit 1", "office-damaged"],
    ["is gone", undefined, "office-damaged"],
    [
      "writes without end",
      'for last; do :; done; mkdir "$(dirname "$last")/out"; exec cat /dev/zero > "$(dirname "$last")/out/document.docx"',
      "office-bomb",
    ],
    [
      "takes memory without end",
      'for last; do :; done; mkdir "$(dirname "$last")/out"; all=$(head -c 150000000 /dev/zero | tr "\\0" a); cp "$last" "$(dirname "$last")/out/document.docx"',
      "office-damaged",
    ],
  ])("%s: refused with a sentence", async (_name, script, code) => {
    const path = script === undefined ? join(folder, "nothing") : await standIn(script);
    expect(await refusalOf(convert(path, BYTES, "doc", limits))).toBe(code);
  });

  it("hangs with a helper of its own: both are ended at the limit", async () => {
    const path = await standIn(`sleep 600 & echo $! > ${folder}/pid\nwait`);
    expect(await refusalOf(convert(path, BYTES, "doc", { ...limits, seconds: 0.5 }))).toBe("office-slow");
    expect(await lives(await writtenPid())).toBe(false);
  });

  it("is ended when the process that asked is killed, and its folder with it", async () => {
    const path = await standIn(`sleep 600 & echo $! > ${folder}/pid\nwait`);
    const asker = join(folder, "asker.mjs");
    await build({
      stdin: {
        contents: `import { convert } from "./office-program.ts"; await convert(${JSON.stringify(path)}, new Uint8Array(), "doc");`,
        resolveDir: resolve("src/platform/office"),
      },
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "silent",
      outfile: asker,
    });
    const child = spawn(process.execPath, [asker], { stdio: "ignore", env: { TMPDIR: temporary } });
    const pid = await writtenPid();
    expect(await lives(pid)).toBe(true);
    child.kill("SIGKILL");
    await once(child, "exit");
    await dies(pid);
    while ((await readdir(temporary)).length > 0) await rest(10);
  });
});

// a fresh profile takes seconds to set up, and many of them on a busy machine
describe.skipIf(program === null)("LibreOffice itself", { timeout: 120_000 }, () => {
  const rtf = (text: string): Uint8Array => new TextEncoder().encode(`{\\rtf1\\ansi\\ansicpg1251 ${text}}`);
  const letters = (text: string): string => [...text].map((letter) => `\\u${letter.codePointAt(0)}?`).join("");
  const blocksOf = async (bytes: Uint8Array, name: string): Promise<readonly Block[]> => {
    const opened = await openDocument(bytes, name);
    if (!opened.ok) throw new Error(opened.refusal.text);
    return opened.value.blocks;
  };

  it("turns an RTF with a table into blocks", async () => {
    const row = (cells: readonly string[]) =>
      `\\trowd${cells.map((_, at) => `\\cellx${(at + 1) * 3000}`).join("")} ${cells.map((text) => `\\intbl ${letters(text)}\\cell `).join("")}\\row `;
    const bytes = rtf(
      `${letters("План")}\\par ${row(["Опрос", "май"])}${row(["Отчёт", "июнь"])}\\pard ${letters("Конец")}\\par`,
    );
    const blocks = await blocksOf(bytes, "план.rtf");
    const [first, plan] = blocks;
    expect(first).toMatchObject({ text: "План" });
    expect(plan?.kind === "table" && plan.cells.map(({ paragraphs }) => paragraphs.join())).toEqual([
      "Опрос",
      "май",
      "Отчёт",
      "июнь",
    ]);
  });

  /** A file as LibreOffice itself saves it in an old format. */
  async function savedAs(format: string, name: string, bytes: Uint8Array): Promise<Uint8Array> {
    await writeFile(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    await promisify(execFile)(program!, [
      profile,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      folder,
      join(folder, name),
    ]);
    await rm(join(folder, "profile"), { recursive: true });
    return new Uint8Array(await readFile(join(folder, name.replace(/\w+$/, format))));
  }

  it("opens an old Word file as the new one it was", async () => {
    const numbered = tc([p("", { list: { id: 1 } })]);
    const whole = docx(
      [
        p("План", { level: 1 }),
        tbl(
          [
            tr(["№", tc("Мероприятие", { span: 2 })]),
            tr([numbered, tc("Опрос", { merge: "start" }), "май"]),
            tr([numbered, tc("", { merge: "on" }), "июнь\nиюль"]),
          ],
          [1000, 3000, 3000],
        ),
        p("Конец"),
      ],
      [{ id: 1, levels: [{ format: "decimal", text: "%1." }] }],
    );
    const now = await blocksOf(await savedAs("doc", "план.docx", whole), "план.doc");
    expect(now[0]).toMatchObject({ text: "План", level: 1 });
    const [before, after] = [await blocksOf(whole, "план.docx"), now].map((all) =>
      all.find(({ kind }) => kind === "table"),
    );
    expect(after).toEqual({ ...before, widths: expect.anything() as unknown });
  });

  it("opens an old Excel file as the new one it was", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Срок</t></is></c><c r="B1" t="inlineStr"><is><t>Доля</t></is></c></row><row r="2"><c r="A2" s="1"><v>44713</v></c><c r="B2" s="2"><v>0.5</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>Итого</t></is></c></row>`;
    const whole = xlsx([{ name: "План", rows, merges: ["A3:B3"] }], ["mmmm yyyy", "0%"]);
    const old = await savedAs("xls", "план.xlsx", whole);
    expect(await blocksOf(old, "план.xls")).toEqual(await blocksOf(whole, "план.xlsx"));
  });

  it("refuses noise that only begins like an old Word file", async () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251);
    noise.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    noise.set(
      [..."WordDocument"].flatMap((letter) => [letter.charCodeAt(0), 0]),
      100,
    );
    expect(await openDocument(noise, "план.doc")).toMatchObject({ refusal: { code: "office-damaged" } });
  });
});
