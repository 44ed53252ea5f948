const SECTOR = 512;
const WORD = 0xa5ec;
/** editions of the format, from Word 6 on */
const EDITIONS = { from: 0x0065, to: 0x0112 } as const;
const WORD_FLAGS = 10;
const ENCRYPTED = 0x0100;
const BOOK = 0x0809;
const FILE_PASSWORD = 0x002f;
/** the record of a password stands among the very first ones */
const FIRST_RECORDS = 8;

/**
 * Whether an old Word or Excel file is closed by a password: the header of the text, or a record near the beginning of the book, says so.
 * Streams of an OLE file begin at its sectors, in whatever order a program wrote them; the first that is one of the two decides.
 */
export function isLockedOffice(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const short = (at: number): number => (at + 2 <= bytes.length ? view.getUint16(at, true) : 0);
  for (let sector = SECTOR; sector < bytes.length; sector += SECTOR) {
    const kind = short(sector);
    const edition = short(sector + 2);
    if (kind === WORD && edition >= EDITIONS.from && edition <= EDITIONS.to)
      return (short(sector + WORD_FLAGS) & ENCRYPTED) !== 0;
    // the head of a book is followed by its edition
    if (kind === BOOK && short(sector + 4) === 0x0600) return hasPassword(short, sector);
  }
  return false;
}

function hasPassword(short: (at: number) => number, book: number): boolean {
  let at = book;
  for (let record = 0; record < FIRST_RECORDS; record += 1) {
    if (short(at) === FILE_PASSWORD) return true;
    at += 4 + short(at + 2);
  }
  return false;
}
