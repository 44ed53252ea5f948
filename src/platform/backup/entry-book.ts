import { createHash } from "node:crypto";
import { BackupError, DamagedError } from "./backup-error.ts";
import { rowDigest } from "./copy-rows.ts";
import { FORMAT, Header, Manifest } from "./format.ts";

/** Keeps account of the entries of a backup as they come and, at the end, holds them against the manifest. Each step throws BackupError. */
export function bookOf() {
  let header: Header | undefined;
  let manifest: Manifest | undefined;
  const tables = new Map<string, { pieces: number; digest: ReturnType<typeof rowDigest> }>();
  const beside: { name: string; bytes: number; sha256: string }[] = [];
  const names = createHash("sha256");
  let lastFile = "";
  let count = 0;
  let bytes = 0;
  const between = () => {
    if (!header) throw new BackupError("Это не копия Ориентира: файл начинается иначе. Ничего не изменено.");
    if (manifest) throw new DamagedError("после её описи стоят другие записи");
  };
  return {
    header(content: Buffer) {
      if (header) throw new DamagedError("начало стоит в ней дважды");
      header = readHeader(content);
    },
    piece(table: string, number: number, rows: Buffer) {
      between();
      const known = tables.get(table) ?? { pieces: 0, digest: rowDigest() };
      if (number !== known.pieces + 1) throw new DamagedError(`части таблицы ${table} идут не по порядку`);
      known.pieces = number;
      known.digest.add(rows);
      tables.set(table, known);
    },
    file(sha256: string, content: Buffer) {
      between();
      if (sha256 <= lastFile) throw new DamagedError("файлы идут в ней не по порядку");
      if (createHash("sha256").update(content).digest("hex") !== sha256)
        throw new DamagedError(`файл ${sha256} не тот`);
      lastFile = sha256;
      names.update(sha256);
      count += 1;
      bytes += content.length;
    },
    beside(name: string, content: Buffer) {
      between();
      beside.push({ name, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") });
    },
    manifest(content: Buffer) {
      between();
      manifest = parsed(Manifest, content, "опись");
    },
    /** All has come: does it agree with the manifest? */
    close(): { header: Header; manifest: Manifest } {
      if (!header) throw new BackupError("Это не копия Ориентира. Ничего не изменено.");
      if (!manifest) throw new DamagedError("описи в конце нет, она обрезана");
      for (const told of manifest.tables) {
        const { pieces = 0, digest = rowDigest() } = tables.get(told.name) ?? {};
        const { rows, sha256 } = digest.done();
        if (pieces !== told.pieces || rows !== told.rows || sha256 !== told.sha256)
          throw new DamagedError(`строки таблицы ${told.name} не те, что в описи`);
        tables.delete(told.name);
      }
      const [foreign] = tables.keys();
      if (foreign !== undefined) throw new DamagedError(`таблицы ${foreign} нет в описи`);
      const files = { count, bytes, sha256: names.digest("hex") };
      if (!same(files, manifest.files)) throw new DamagedError("файлы не те, что в описи");
      if (!same(beside, manifest.beside)) throw new DamagedError("приложенные файлы не те, что в описи");
      return { header, manifest };
    },
  };
}

function readHeader(content: Buffer): Header {
  const { format } = (json(content) ?? {}) as { format?: unknown };
  if (typeof format === "number" && format > FORMAT)
    throw new BackupError(
      `Копия сделана более новой версией программы (вид копии ${format}, эта версия читает ${FORMAT}). Ничего не изменено. Обновите программу и повторите.`,
    );
  if (typeof format === "number" && format < FORMAT)
    throw new BackupError(
      `Копия прежнего вида (${format}), эта версия читает вид ${FORMAT}. Ничего не изменено. Восстановите её той версией программы, которой она сделана.`,
    );
  return parsed(Header, content, "начало");
}

function json(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString("utf8")) as unknown;
  } catch {
    return undefined;
  }
}

function parsed<T>(
  contract: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  content: Buffer,
  what: string,
): T {
  const read = contract.safeParse(json(content));
  if (!read.success) throw new DamagedError(`${what} записано неверно`);
  return read.data;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
