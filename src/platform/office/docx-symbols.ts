/** Letters of the Symbol font that people put into plans; all others of it are pictures. */
const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: "−",
  0xa3: "≤",
  0xb0: "°",
  0xb1: "±",
  0xb3: "≥",
  0xb4: "×",
  0xb7: "•",
  0xb9: "≠",
  0xbb: "≈",
  0xbe: "—",
};
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6e: "■",
  0x6f: "□",
  0x9f: "•",
  0xa7: "▪",
  0xa8: "□",
  0xd8: "►",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

/** The letter that an inserted symbol shows; empty where only its picture means anything. `code` is hexadecimal. */
export function symbolText(code: string, font: string): string {
  const point = Number.parseInt(code, 16);
  if (!(point >= 0x20) || point > 0xffff) return "";
  // symbol fonts keep their letters in the private area, at F000 and on
  const place = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  if (/^symbol$/i.test(font)) return SYMBOL[place] ?? plain(place);
  if (/^(?:wingdings|webdings)/i.test(font)) return WINGDINGS[place] ?? "";
  return point < 0xd800 || point > 0xf8ff ? String.fromCodePoint(point) : "";
}

/** Digits and signs stand in Symbol where they stand everywhere; its letters are Greek. */
function plain(place: number): string {
  return place < 0x41 ? String.fromCodePoint(place) : "";
}
