import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pack as makePack, type Pack } from "tar-stream";
import { copyOut, rowDigest } from "./copy-rows.ts";
import {
  besideEntry,
  fileEntry,
  FORMAT,
  HEADER_ENTRY,
  MANIFEST_ENTRY,
  PIECE_BYTES,
  pieceEntry,
  type Header,
  type Manifest,
  type TableDigest,
} from "./format.ts";
import { encrypting } from "./keys.ts";
import { FileAlteredError, FileMissingError } from "#platform/files/limits.ts";
import { letOwnerRead } from "./owner-reads.ts";
import type { BackupPlan } from "./plan.ts";
import { sealing } from "./seal.ts";
import { PLAIN_TEXT, sequenceStates, tableShapes, type TableShape } from "./tables.ts";
import { writeWhole } from "./target-file.ts";
import { waitingJobRows } from "./waiting-jobs.ts";

const compress = promisify(gzip);

export interface BackupRequest {
  /** the owner's address of the database, past any pooler */
  readonly url: string;
  readonly plan: BackupPlan;
  /** version of the program */
  readonly program: string;
  /** absolute path of the file to write */
  readonly path: string;
  /** open keys of whoever may read it; none: not encrypted */
  readonly openKeys: readonly string[];
  readonly now: Date;
}

export interface MadeBackup {
  readonly header: Header;
  readonly manifest: Manifest;
}

/**
 * Writes a backup while the program works: everything is read in one snapshot, so the file holds one instant of the database and the files
 * that its rows name. Memory stays bounded by a piece of rows or one stored file, whatever the size of the whole.
 */
export async function writeBackup(request: BackupRequest): Promise<MadeBackup> {
  const client = new pg.Client({ connectionString: request.url });
  client.on("error", () => {});
  await client.connect();
  try {
    await letOwnerRead(client);
    await client.query("begin isolation level repeatable read, read only");
    await client.query(PLAIN_TEXT);
    const made = await pour(client, request);
    await client.query("commit");
    return made;
  } finally {
    await client.end();
  }
}

/** Fills the archive and writes the file side by side; what stops one stops the other, and the first fault is the one to tell. */
async function pour(client: pg.Client, request: BackupRequest): Promise<MadeBackup> {
  const archive = makePack();
  const sealed = archive.pipe(sealing());
  const content = request.openKeys.length > 0 ? await encrypting(sealed, request.openKeys) : sealed;
  let first: unknown;
  const stop = (fault: unknown) => {
    first ??= fault;
    archive.destroy(fault as Error);
    return undefined;
  };
  archive.on("error", (fault) => sealed.destroy(fault));
  // a fault is told by the promises below; whoever has stopped reading hears none
  for (const stream of [sealed, content]) stream.on("error", () => {});
  const [made] = await Promise.all([
    fill(archive, client, request).catch(stop),
    writeWhole(content, request.path).catch(stop),
  ]);
  if (first || !made) throw first;
  return made;
}

async function fill(archive: Pack, client: pg.Client, request: BackupRequest): Promise<MadeBackup> {
  const { plan, now } = request;
  const add = (name: string, content: Buffer) => addEntry(archive, name, content, now);
  const migrations = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from migration order by name",
  );
  const header: Header = {
    format: FORMAT,
    program: request.program,
    madeAt: now.toISOString(),
    timeZone: await plan.timeZone(client),
    migrations: migrations.rows,
  };
  await add(HEADER_ENTRY, jsonOf(header));
  const shapes = await tableShapes(client);
  const tables: TableDigest[] = [];
  let tableBytes = 0;
  for (const shape of shapes.filter(({ name }) => !plan.leftOut.includes(name))) {
    const { bytes, ...table } = await addTable(client, shape, plan, add);
    tables.push(table);
    tableBytes += bytes;
  }
  const beside = await plan.beside(client);
  for (const { name, content } of beside) await add(besideEntry(name), content);
  const manifest: Manifest = {
    tables,
    leftOut: shapes.map(({ name }) => name).filter((name) => plan.leftOut.includes(name)),
    sequences: await sequenceStates(client),
    ...(await addFiles(client, plan, add)),
    beside: beside.map(({ name, content }) => ({ name, bytes: content.length, sha256: sha256Of(content) })),
    jobs: tables.find(({ name }) => name === plan.jobsTable)?.rows ?? 0,
    tableBytes,
  };
  await add(MANIFEST_ENTRY, jsonOf(manifest));
  archive.finalize();
  return { header, manifest };
}

type Add = (name: string, content: Buffer) => Promise<void>;

async function addTable(client: pg.Client, shape: TableShape, plan: BackupPlan, add: Add) {
  const digest = rowDigest();
  let pieces = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    pieces += 1;
    await add(pieceEntry(shape.name, pieces), await compress(Buffer.concat(waiting)));
    waiting = [];
    size = 0;
  };
  const rows = shape.name === plan.jobsTable ? await waitingJobRows(client, shape) : copyOut(client, shape);
  for await (const chunk of rows) {
    digest.add(chunk);
    waiting.push(chunk);
    size += chunk.length;
    if (size >= PIECE_BYTES) await flush();
  }
  await flush();
  return { name: shape.name, columns: [...shape.columns], pieces, ...digest.done() };
}

/** The files that the snapshot's rows name, each once, in order of names. What must be there and is not, or not what its name says, is told. */
async function addFiles(client: pg.Client, { files, fileNames }: BackupPlan, add: Add) {
  const names = createHash("sha256");
  const lostFiles: string[] = [];
  let count = 0;
  let bytes = 0;
  for await (const line of linesOf(client.query(copyTo(`copy (${fileNames}) to stdout`)))) {
    const [sha256 = "", must] = line.split("\t");
    const content = await files.read(sha256).catch((fault: unknown) => {
      if (fault instanceof FileMissingError || fault instanceof FileAlteredError) return undefined;
      throw fault;
    });
    if (!content) {
      if (must === "t") lostFiles.push(sha256);
      continue;
    }
    await add(fileEntry(sha256), Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    names.update(sha256);
    count += 1;
    bytes += content.length;
  }
  return { files: { count, bytes, sha256: names.digest("hex") }, lostFiles };
}

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + (chunk as Buffer).toString("utf8")).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
}

function addEntry(archive: Pack, name: string, content: Buffer, mtime: Date): Promise<void> {
  return new Promise((done, failed) => {
    const sink = archive.entry({ name, size: content.length, mode: 0o600, mtime }, (fault) =>
      fault ? failed(fault as Error) : done(),
    );
    sink.end(content);
  });
}

const sha256Of = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
const jsonOf = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`, "utf8");
