/** A storage or a stream of an old Office file. */
export interface OleEntry {
  readonly name: string;
  readonly kind: "storage" | "stream" | "root";
  read(): Uint8Array;
}

const FREE = 0xfffffff0;

/** Everything that the directory of an old Office file (compound file) names; undefined where it is broken. */
export function oleEntries(bytes: Uint8Array): readonly OleEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 1536) return undefined;
  const power = view.getUint16(30, true);
  if (power !== 9 && power !== 12) return undefined;
  const size = 1 << power;
  const word = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, true) : FREE);
  const placeOf = (sector: number) => (sector + 1) * size;
  const fat: number[] = [];
  for (const sector of fatSectors(word, placeOf, size)) fat.push(sector);
  const next = (sector: number) => {
    const table = fat[Math.floor(sector / (size / 4))];
    return table === undefined ? FREE : word(placeOf(table) + (sector % (size / 4)) * 4);
  };
  // a chain that is longer than the file goes in a circle
  const most = Math.ceil(bytes.length / size);
  const chain = (from: number): Uint8Array => {
    const parts: Uint8Array[] = [];
    for (let at = from; at < FREE && parts.length < most; at = next(at))
      parts.push(bytes.subarray(placeOf(at), placeOf(at) + size));
    return joined(parts);
  };
  const directory = chain(word(48));
  const told = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: OleEntry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const kind = ({ 1: "storage", 2: "stream", 5: "root" } as const)[directory[at + 66]!];
    if (!kind) continue;
    const letters = Math.max(0, Math.min(32, told.getUint16(at + 64, true) / 2) - 1);
    const name = Array.from({ length: letters }, (_, step) => String.fromCharCode(told.getUint16(at + step * 2, true)));
    const length = told.getUint32(at + 120, true);
    // shorter ones lie in sectors of their own kind, and nothing that matters is so short
    const read = () => (length < 4096 ? new Uint8Array(0) : chain(told.getUint32(at + 116, true)).subarray(0, length));
    entries.push({ name: name.join(""), kind, read });
  }
  return entries.some(({ kind }) => kind === "root") ? entries : undefined;
}

/** The table of what follows what: its first 109 sectors are named by the header, more by a chain. */
function fatSectors(word: (at: number) => number, placeOf: (sector: number) => number, size: number): number[] {
  const sectors: number[] = [];
  for (let at = 76; at < 512; at += 4) if (word(at) < FREE) sectors.push(word(at));
  let more = word(68);
  for (let turn = 0; more < FREE && turn < 1000; turn += 1) {
    const from = placeOf(more);
    for (let at = from; at < from + size - 4; at += 4) if (word(at) < FREE) sectors.push(word(at));
    more = word(from + size - 4);
  }
  return sectors;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Whether a workbook of Excel 97 holds a sheet of Excel 4 macros: its list of sheets says so. */
export function hasMacroSheet(workbook: Uint8Array): boolean {
  const view = new DataView(workbook.buffer, workbook.byteOffset, workbook.byteLength);
  for (let at = 0; at + 4 <= workbook.length;) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    // BOUNDSHEET: place, hidden, kind of sheet (1: macros)
    if (kind === 0x85 && at + 10 <= workbook.length && workbook[at + 9] === 1) return true;
    // the list stands in the first part, which ends here
    if (kind === 0x0a) return false;
    at += 4 + length;
  }
  return false;
}
