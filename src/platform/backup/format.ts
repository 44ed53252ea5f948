import { z } from "zod";

/** The form of a backup file: told first, so that another one is refused before anything of it is read. */
export const FORMAT = 1;

/** Rows of a table are kept in pieces of about this size: what a backup or a restore holds in memory at once. */
export const PIECE_BYTES = 4 * 1024 * 1024;

/** A piece ends with what the database sent at once, and one row may be large. */
export const MOST_PIECE_BYTES = 512 * 1024 * 1024;

export const HEADER_ENTRY = "orientir-backup.json";
export const MANIFEST_ENTRY = "manifest.json";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Name = z.string().min(1).max(200);

/** The first entry: who made the file, and by which migrations its tables were shaped. */
export const Header = z.object({
  format: z.literal(FORMAT),
  program: z.string().regex(/^\d+\.\d+\.\d+/),
  /** an instant, ISO 8601 in UTC */
  madeAt: z.iso.datetime(),
  /** the IANA zone whose clock tells people that instant; absent in older files and where there is no one zone */
  timeZone: z.string().max(64).optional(),
  migrations: z.array(z.object({ name: z.string().regex(/^\d{8}-\d{2}-[a-z-]+\.sql$/), sha256: Sha256 })),
});
export type Header = z.infer<typeof Header>;

const Table = z.object({
  name: Name,
  columns: z.array(Name).min(1),
  rows: z.int().min(0),
  /** of the rows as COPY writes them, in order of the primary key */
  sha256: Sha256,
  pieces: z.int().min(0),
});
export type TableDigest = z.infer<typeof Table>;

/** The last entry: what must have come before it. A file without it was cut. */
export const Manifest = z.object({
  tables: z.array(Table),
  /** tables whose rows are not kept, with the reason in the decision record */
  leftOut: z.array(Name),
  sequences: z.array(z.object({ name: Name, value: z.string().regex(/^-?\d+$/), called: z.boolean() })),
  /** a file is named by its SHA-256: the list itself is kept as one digest over the names in order */
  files: z.object({ count: z.int().min(0), bytes: z.int().min(0), sha256: Sha256 }),
  /** named by rows and not in the store, or other than its name says, when the backup was made */
  lostFiles: z.array(Sha256),
  /** files of the data folder beside the store */
  beside: z.array(z.object({ name: Name, bytes: z.int().min(0), sha256: Sha256 })),
  jobs: z.int().min(0),
  /** size of all rows as text */
  tableBytes: z.int().min(0),
});
export type Manifest = z.infer<typeof Manifest>;

export const pieceEntry = (table: string, number: number) =>
  `tables/${table}/${String(number).padStart(6, "0")}.copy.gz`;
export const fileEntry = (sha256: string) => `files/${sha256}`;
export const besideEntry = (name: string) => `beside/${name}`;

/** Which kind of entry a name of the archive tells; undefined for a foreign one. */
export function readEntryName(
  name: string,
):
  | { kind: "piece"; table: string; number: number }
  | { kind: "file"; sha256: string }
  | { kind: "beside"; name: string }
  | { kind: "header" | "manifest" }
  | undefined {
  if (name === HEADER_ENTRY) return { kind: "header" };
  if (name === MANIFEST_ENTRY) return { kind: "manifest" };
  const piece = /^tables\/([a-z][a-z0-9_]*)\/(\d{6})\.copy\.gz$/.exec(name);
  if (piece) return { kind: "piece", table: piece[1]!, number: Number(piece[2]) };
  const file = /^files\/([0-9a-f]{64})$/.exec(name);
  if (file) return { kind: "file", sha256: file[1]! };
  const beside = /^beside\/([a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*)$/i.exec(name);
  return beside ? { kind: "beside", name: beside[1]! } : undefined;
}
