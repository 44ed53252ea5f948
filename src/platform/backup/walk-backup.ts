import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { extract as makeExtract } from "tar-stream";
import type { Readable } from "node:stream";
import { BackupError, CutShortError, DamagedError } from "./backup-error.ts";
import { isCutShort } from "./cut-short.ts";
import { MOST_PIECE_BYTES, readEntryName, type Header, type Manifest } from "./format.ts";
import { bookOf } from "./entry-book.ts";
import { decrypting, isEncrypted } from "./keys.ts";
import { unsealing } from "./seal.ts";

const unpack = promisify(gunzip);

/** What a walk hands over, in the order of the file. Nothing of it is known to be whole before the walk has ended. */
export interface Visitor {
  piece?(table: string, rows: Buffer): Promise<void>;
  file?(sha256: string, content: Buffer): Promise<void>;
  beside?(name: string, content: Buffer): Promise<void>;
}

export interface Walked {
  readonly header: Header;
  readonly manifest: Manifest;
  /** of the whole content: the same file walks to the same digest */
  readonly digest: string;
  readonly encrypted: boolean;
  /** size of the file */
  readonly bytes: number;
}

/**
 * Reads a backup from its first byte to its last and checks all of it: key, form, order, every hash, the seal. Returns only where all is
 * well; throws BackupError with a Russian sentence otherwise. Memory holds one entry at a time.
 */
export async function walkBackup(path: string, secretKey: string | undefined, visitor: Visitor = {}): Promise<Walked> {
  const { start, bytes } = await startOf(path);
  const encrypted = isEncrypted(start);
  if (encrypted && !secretKey)
    throw new BackupError("Копия зашифрована. Ничего не изменено. Укажите файл с секретным ключом: --key ФАЙЛ.");
  const raw = createReadStream(path);
  const plain = encrypted ? await opened(raw, path, secretKey!) : raw;
  const seal = unsealing();
  const archive = makeExtract();
  let broken: unknown;
  const flow = pipeline(plain, seal, archive as unknown as NodeJS.WritableStream).catch((fault: unknown) => {
    broken ??= fault;
    archive.destroy();
  });
  const book = bookOf();
  // a fault of the visitor ends the reading too: what the stream then says of it is no news
  let visitors: { readonly fault: unknown } | undefined;
  const visited = async (step: Promise<void> | undefined) => {
    await step?.catch((fault: unknown) => {
      visitors = { fault };
    });
    if (visitors) throw visitors.fault;
  };
  try {
    for await (const entry of archive) {
      const name = readEntryName(entry.header.name);
      if (!name || entry.header.type !== "file") throw new DamagedError(`в ней лишняя запись «${entry.header.name}»`);
      const content = await wholeOf(entry as AsyncIterable<Buffer>, entry.header.size ?? 0);
      if (name.kind === "piece") {
        const rows = await unpack(content, { maxOutputLength: MOST_PIECE_BYTES }).catch(() => {
          throw new DamagedError(`строки таблицы ${name.table} не распаковываются`);
        });
        book.piece(name.table, name.number, rows);
        await visited(visitor.piece?.(name.table, rows));
      } else if (name.kind === "file") {
        book.file(name.sha256, content);
        await visited(visitor.file?.(name.sha256, content));
      } else if (name.kind === "beside") {
        book.beside(name.name, content);
        await visited(visitor.beside?.(name.name, content));
      } else book[name.kind](content);
    }
    await flow;
    if (broken) throw broken;
    return { ...book.close(), digest: seal.digest!, encrypted, bytes };
  } catch (fault) {
    archive.destroy();
    raw.destroy();
    await flow;
    if (visitors) throw visitors.fault;
    const known = told(fault instanceof BackupError ? fault : (broken ?? fault));
    if (encrypted && known instanceof DamagedError && (await isCutShort(path, secretKey!))) throw new CutShortError();
    throw known;
  }
}

async function opened(raw: Readable, path: string, secretKey: string): Promise<Readable> {
  try {
    return await decrypting(raw, secretKey);
  } catch (fault) {
    raw.destroy();
    throw fault instanceof DamagedError && (await isCutShort(path, secretKey)) ? new CutShortError() : fault;
  }
}

/** A fault of reading in the words of a backup; a fault of the disk stays what it is. */
function told(fault: unknown): unknown {
  if (fault instanceof BackupError) return fault;
  const { message, code } = fault as NodeJS.ErrnoException;
  if (code && /^E[A-Z]+$/.test(code)) return fault;
  if (/tar header|unexpected end of data|invalid tag|tagLength|final chunk|premature close/i.test(message))
    return new DamagedError("её содержимое не читается");
  return fault;
}

async function startOf(path: string): Promise<{ start: Buffer; bytes: number }> {
  const handle = await open(path, "r").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") throw new BackupError(`Файла копии нет: ${path}.`);
    throw fault;
  });
  try {
    const start = Buffer.alloc(64);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    return { start: start.subarray(0, bytesRead), bytes: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

async function wholeOf(entry: AsyncIterable<Buffer>, size: number): Promise<Buffer> {
  if (size > MOST_PIECE_BYTES) throw new DamagedError("запись в ней больше возможного");
  const parts: Buffer[] = [];
  for await (const part of entry) parts.push(part);
  return Buffer.concat(parts);
}
