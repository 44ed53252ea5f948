const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** An old Office file (compound file) with these streams, each in sectors of its own; storages are named without content. */
export function ole(parts: Readonly<Record<string, Uint8Array | null>>): Uint8Array {
  const streams = Object.entries(parts).map(([name, content]) => ({
    name,
    content: content && new Uint8Array(Math.max(4096, content.length)),
    given: content,
  }));
  const directory = Math.ceil((streams.length + 1) / 4);
  const sectors = streams.reduce((sum, { content }) => sum + Math.ceil((content?.length ?? 0) / SECTOR), 0);
  const bytes = new Uint8Array(SECTOR * (2 + directory + sectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(68, END, true);
  for (let at = 76; at < SECTOR; at += 4) view.setUint32(at, FREE, true);
  // the table of what follows what is sector 0, the directory begins in sector 1
  view.setUint32(76, 0, true);
  const follow = (sector: number, next: number) => view.setUint32(SECTOR + sector * 4, next, true);
  for (let at = 0; at < SECTOR / 4; at += 1) follow(at, FREE);
  for (let at = 1; at <= directory; at += 1) follow(at, at === directory ? END : at + 1);
  const entry = (index: number, name: string, kind: number, from: number, length: number) => {
    const at = SECTOR * 2 + index * 128;
    [...name].forEach((letter, step) => view.setUint16(at + step * 2, letter.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    bytes[at + 66] = kind;
    view.setUint32(at + 116, from, true);
    view.setUint32(at + 120, length, true);
  };
  entry(0, "Root Entry", 5, END, 0);
  let next = 1 + directory;
  streams.forEach(({ name, content, given }, index) => {
    if (!content || !given) return entry(index + 1, name, 1, END, 0);
    content.set(given);
    const count = Math.ceil(content.length / SECTOR);
    for (let at = 0; at < count; at += 1) follow(next + at, at === count - 1 ? END : next + at + 1);
    bytes.set(content, (next + 1) * SECTOR);
    entry(index + 1, name, 2, next, content.length);
    next += count;
  });
  return bytes;
}

/** The beginning of a workbook of Excel 97 whose list names one sheet of the kind: 0 a sheet, 1 macros. */
export function biff(kind: number): Uint8Array {
  const sheet = [0x85, 0, 8, 0, 0, 0, 0, 0, 0, kind, 0, 0];
  return Uint8Array.from([0x09, 0x08, 2, 0, 0, 6, ...sheet, 0x0a, 0, 0, 0]);
}
