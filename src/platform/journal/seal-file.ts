import { readFile, type FileHandle } from "node:fs/promises";
import type { Seal } from "./seal.ts";

/** One line of the record outside the database; `seal` is undefined where it cannot be read as one. */
export interface Line {
  /** from 1 */
  readonly line: number;
  readonly text: string;
  readonly seal: Seal | undefined;
}

/** A seal as one line. */
export function lineOf({ no, at, previous, rows, members, hash }: Seal): string {
  return `${JSON.stringify({ no, at, previous, rows, members: members.toString("base64"), hash })}\n`;
}

/** All lines of the record, in order; none where there is no file yet. A last line cut short by a crash is one of those. */
export async function readLines(path: string): Promise<Line[]> {
  const text = await readFile(path, "utf8").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return "";
    throw fault;
  });
  return linesOf(text);
}

/** The lines of a record already read. */
export function linesOf(text: string): Line[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, at) => ({ line: at + 1, text: line, seal: sealOf(line) }));
}

/** Adds seals to the record and has them on the disk before it answers. A line cut short by a crash is ended first. */
export async function appendSeals(record: FileHandle, seals: readonly Seal[]): Promise<void> {
  const { size } = await record.stat();
  const last = Buffer.alloc(1);
  if (size > 0) await record.read(last, 0, 1, size - 1);
  const cut = size > 0 && last.toString() !== "\n";
  await record.appendFile((cut ? "\n" : "") + seals.map(lineOf).join(""));
  await record.sync();
}

function sealOf(line: string): Seal | undefined {
  try {
    const read = JSON.parse(line) as Record<string, unknown>;
    const { no, at, previous, rows, members, hash } = read;
    const texts = [at, previous, members, hash].every((one) => typeof one === "string");
    if (!texts || !Number.isInteger(no) || !Number.isInteger(rows)) return undefined;
    return { ...(read as unknown as Seal), members: Buffer.from(members as string, "base64") };
  } catch {
    return undefined;
  }
}
