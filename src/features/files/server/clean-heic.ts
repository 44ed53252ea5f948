/**
 * A HEIC photograph with what it says beside its pixels (EXIF with the place, XMP) overwritten by noughts. Its pixels cannot be opened here,
 * and nothing has to move: the parts keep their places, and how it is turned stands in a property of its own. Throws where its list of parts
 * cannot be read.
 */
export function withoutHeicMetadata(bytes: Uint8Array): Uint8Array {
  const cleaned = new Uint8Array(bytes);
  const meta = boxesOf(bytes, 0, bytes.length).find(({ kind }) => kind === "meta");
  if (!meta) throw new Error("no list of parts");
  const boxes = boxesOf(bytes, meta.from + 4, meta.end);
  const told = new Set(tellingItems(bytes, theOne(boxes, "iinf")));
  if (told.size === 0) return cleaned;
  const data = boxes.find(({ kind }) => kind === "idat");
  for (const { item, inside, from, length } of extentsOf(bytes, theOne(boxes, "iloc"))) {
    if (!told.has(item)) continue;
    const at = (inside ? (data?.from ?? Number.NaN) : 0) + from;
    if (!(at >= 0 && at + length <= bytes.length)) throw new Error("a part beyond the end");
    cleaned.fill(0, at, at + length);
  }
  return cleaned;
}

interface Box {
  readonly kind: string;
  readonly from: number;
  readonly end: number;
}

const letters = (bytes: Uint8Array, at: number) => Buffer.from(bytes.subarray(at, at + 4)).toString("latin1");

function boxesOf(bytes: Uint8Array, from: number, end: number): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= end;) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 0 ? end - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (size < head || at + size > end) throw new Error("a box beyond the end");
    boxes.push({ kind: letters(bytes, at + 4), from: at + head, end: at + size });
    at += size;
  }
  return boxes;
}

function theOne(boxes: readonly Box[], kind: string): Box {
  const found = boxes.find((box) => box.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

/** Numbers of the items that are no pictures: «Exif», and «mime» that holds XMP. */
function tellingItems(bytes: Uint8Array, { from, end }: Box): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = from + 4 + (view.getUint8(from) === 0 ? 2 : 4);
  return boxesOf(bytes, first, end).flatMap((entry) => {
    const edition = view.getUint8(entry.from);
    if (entry.kind !== "infe" || edition < 2) return [];
    const wide = edition === 3;
    const item = wide ? view.getUint32(entry.from + 4) : view.getUint16(entry.from + 4);
    const kind = letters(bytes, entry.from + (wide ? 10 : 8));
    return kind === "Exif" || kind === "mime" ? [item] : [];
  });
}

interface Extent {
  readonly item: number;
  /** counted from the box of data instead of from the beginning of the file */
  readonly inside: boolean;
  readonly from: number;
  readonly length: number;
}

function extentsOf(bytes: Uint8Array, box: Box): Extent[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = box.from;
  const number = (size: number): number => {
    let read = 0;
    for (let step = 0; step < size; step += 1) read = read * 256 + view.getUint8(at + step);
    at += size;
    return read;
  };
  const edition = number(1);
  number(3);
  const [sizes, bases] = [number(1), number(1)];
  const count = number(edition === 2 ? 4 : 2);
  const extents: Extent[] = [];
  for (let one = 0; one < count && at < box.end; one += 1) {
    const item = number(edition === 2 ? 4 : 2);
    const inside = edition > 0 && (number(2) & 15) === 1;
    number(2);
    const base = number(bases >> 4);
    for (let part = number(2); part > 0; part -= 1) {
      if (edition > 0) number(bases & 15);
      const from = base + number(sizes >> 4);
      extents.push({ item, inside, from, length: number(sizes & 15) });
    }
  }
  return extents;
}
