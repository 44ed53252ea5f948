/** A part of an archive, as its central directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  /** 0: as it is, 8: deflated */
  readonly method: number;
  readonly locked: boolean;
  /** where its packed bytes begin */
  readonly from: number;
  readonly packed: number;
  readonly size: number;
}

const MOST_ENTRIES = 4000;
const END = [0x50, 0x4b, 0x05, 0x06];

/** Where the directory of an archive ends, from the end of the file; undefined where there is none. Also tells an archive inside another file. */
export function zipEndOf(bytes: Uint8Array): number | undefined {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at -= 1)
    if (END.every((value, step) => bytes[at + step] === value)) return at;
  return undefined;
}

/** The parts of an archive that begins with the file; undefined where the directory is broken, stands apart from the parts or is beyond all measure. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zipEndOf(bytes);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  if (count > MOST_ENTRIES) return undefined;
  let at = view.getUint32(end + 16, true);
  for (let one = 0; one < count; one += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const names = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) return undefined;
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = view.getUint32(at + 20, true);
    if (from + packed > bytes.length) return undefined;
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + names)),
      method: view.getUint16(at + 10, true),
      locked: (view.getUint16(at + 8, true) & 1) !== 0,
      from,
      packed,
      size: view.getUint32(at + 24, true),
    });
    at += 46 + names + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Names that matter are ASCII; other letters only need to stay apart from them. */
function nameOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes).replaceAll("\\", "/");
}
