const BLOCK = /begin(bf|cid)range([\s\S]*?)(?:end\1range|$)/g;
/** a code up to its end, or to the beginning of the next: none is sought further, or many open ones would be read again and again */
const TOKEN = /<([^<>]*)([<>])/g;
const CODES = /<([^<>]*)>\s*<([^<>]*)>\s*(?=[<[\d])/g;
/** letters of a code in hexadecimal digits: fonts count them by one or two bytes */
const LONGEST_CODE = 4;

/**
 * A copy of a PDF in which ranges of letters that a broken or hostile file made endless are taken away: the library would write down each
 * of their millions of codes. Only ranges that stand open in the file are seen; packed ones are left to the limits of the reading process.
 */
export function withoutEndlessRanges(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  // one letter a byte, so that places in the text are places in the file
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  for (const { index, 0: block, 2: inside = "" } of text.matchAll(BLOCK)) {
    if (isEndless(inside)) copy.fill(0x20, index, index + block.length);
  }
  return copy;
}

function isEndless(ranges: string): boolean {
  const torn = [...ranges.matchAll(TOKEN)].some(([, digits = "", end]) => end === "<" || /[^\da-f\s]/i.test(digits));
  const long = [...ranges.matchAll(CODES)].some(([, from = "", to = ""]) =>
    [from, to].some((code) => code.replace(/\s/g, "").length > LONGEST_CODE),
  );
  return torn || long;
}
