import { spawn } from "node:child_process";
import { get } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { readXlsx, writeXlsxStream, type CellStyle } from "hucre/xlsx";
import { documentAlone } from "./document-alone.ts";
import { makeDistrict, type BenchDistrict } from "./district.ts";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { planOnce } from "./planning.ts";
import { median } from "./timing.ts";

const ROUNDS = 5;
/** of thirty measures asked every month: 50,040 rows */
const SCHOOLS = 139;
const MEASURES = 300;
const MIB = 1024 * 1024;

/**
 * P8: the list of 50,000 obligations to XLSX and the report of 300 measures to DOCX, through the whole server, against the writing library
 * alone with the same cells ready in memory; and the memory that each export takes in a program that has just begun.
 */
export async function exports(ground: Ground): Promise<readonly Figure[]> {
  const rows = await exported(ground, { schools: SCHOOLS, terms: ["ежемесячно"] }, ({ territoryId }) => ({
    path: `/api/progress/rows.xlsx?${new URLSearchParams({ territoryId })}`,
    limitOf: sheetAlone,
  }));
  const report = await exported(ground, { schools: 10, measures: MEASURES }, ({ territoryId, programmeId }) => ({
    path: `/api/documents/${territoryId}/${programmeId}/execution.docx`,
    limitOf: documentAlone,
  }));
  return [
    ...figuresOf("список в XLSX", "hucre, строки готовы в памяти", rows),
    ...figuresOf(`отчёт из ${MEASURES} мероприятий в DOCX`, "docx, ячейки готовы в памяти", report),
  ];
}

interface Exported {
  readonly ours: number;
  readonly limit: number;
  readonly firstByte: number;
  readonly rows: number;
  readonly bytes: number;
  readonly grown: number;
}

function figuresOf(
  name: string,
  limitName: string,
  { ours, limit, firstByte, rows, bytes, grown }: Exported,
): Figure[] {
  const seen = { строк: rows, "первый байт, мс": firstByte, "файл, МиБ": bytes / MIB };
  return [
    { id: "P8", name, unit: "мс", ours, limit, limitName, goal: { most: 1.3 }, seen },
    { id: "P8", name: `${name}: память процесса выросла на`, unit: "МиБ", ours: grown, goal: { mostOurs: 256 } },
  ];
}

/** A file as the library alone writes it. */
export interface Library {
  readonly rows: number;
  readonly write: () => Promise<unknown>;
}

async function exported(
  ground: Ground,
  size: Parameters<typeof makeDistrict>[1],
  of: (district: BenchDistrict) => { path: string; limitOf: (file: Uint8Array) => Promise<Library> },
): Promise<Exported> {
  const url = await ground.empty();
  const program = await ground.program(url);
  try {
    const district = await makeDistrict(program, size);
    await planOnce(program, district);
    await program.database.pool.query("analyze");
    await program.server.listen({ port: 0, host: "127.0.0.1" });
    const { port } = program.server.server.address() as AddressInfo;
    const { path, limitOf } = of(district);
    const first = await download(port, path, district.cookie);
    const library = await limitOf(first.file);
    const taken = { ours: [] as number[], limit: [] as number[], firstByte: [] as number[] };
    for (let round = -1; round < ROUNDS; round += 1) {
      const begun = performance.now();
      await library.write();
      const limit = performance.now() - begun;
      const { whole, firstByte } = await download(port, path, district.cookie);
      // the first round only warms both
      if (round < 0) continue;
      taken.limit.push(limit);
      taken.ours.push(whole);
      taken.firstByte.push(firstByte);
    }
    return {
      ours: median(taken.ours),
      limit: median(taken.limit),
      firstByte: median(taken.firstByte),
      rows: library.rows,
      bytes: first.file.length,
      grown: await grownBy(ground.root, url, path, district.cookie),
    };
  } finally {
    await program.stop();
  }
}

/** The file, and after how many milliseconds its first byte and its last one came. */
export async function download(port: number, path: string, cookie: string) {
  const begun = performance.now();
  return new Promise<{ file: Uint8Array; firstByte: number; whole: number }>((done, fail) => {
    get({ port, host: "127.0.0.1", path, headers: { cookie } }, (reply) => {
      if (reply.statusCode !== 200) fail(new Error(`${path}: ${reply.statusCode}`));
      const pieces: Buffer[] = [];
      let firstByte = 0;
      reply.on("data", (piece: Buffer) => {
        firstByte ||= performance.now() - begun;
        pieces.push(piece);
      });
      reply.on("end", () => done({ file: Buffer.concat(pieces), firstByte, whole: performance.now() - begun }));
      reply.on("error", fail);
    }).on("error", fail);
  });
}

/** MiB by which the memory of a program of its own grew at most while it made the file once. */
async function grownBy(root: string, url: string, path: string, cookie: string): Promise<number> {
  const alone = spawn(
    process.execPath,
    [join(root, "scripts", "run.mjs"), "bench/export-alone.ts", url, path, cookie],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const told = Number(await text(alone.stdout));
  if (!(told > 0)) throw new Error("the program that exports alone told nothing");
  return told / MIB;
}

/** The rows of a workbook written by the engine's own stream, looks by column. */
async function sheetAlone(file: Uint8Array): Promise<Library> {
  const { rows, merges } = (await readXlsx(file)).sheets[0]!;
  const side = { style: "thin", color: { rgb: "808080" } } as const;
  const style: CellStyle = {
    border: { top: side, bottom: side, left: side, right: side },
    alignment: { wrapText: true, vertical: "top" },
  };
  const columns = rows.at(-1)!.map((value) => ({
    width: 20,
    style: { ...style, ...(value instanceof Date && { numFmt: "dd.mm.yyyy" }) },
  }));
  const body = rows.slice(merges?.length ?? 0);
  return {
    rows: body.length - 1,
    write: () => new Response(writeXlsxStream(body, { name: "Лист", columns, inlineStrings: true })).arrayBuffer(),
  };
}
