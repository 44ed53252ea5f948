const number = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, at) => (value / 256 ** (size - 1 - at)) & 255);
const letters = (word: string): number[] => [...word].map((letter) => letter.charCodeAt(0));
const box = (kind: string, ...content: number[][]): number[] => {
  const inside = content.flat();
  return [...number(inside.length + 8, 4), ...letters(kind), ...inside];
};
const full = (kind: string, version: number, ...content: number[][]) => box(kind, [version, 0, 0, 0], ...content);

/** A HEIC photograph by its parts alone: a picture nobody decodes, EXIF in the data of the file, XMP in the box of data. */
export function heic(pixels: string, exif: string, xmp: string): Uint8Array {
  const entry = (item: number, kind: string) => full("infe", 2, number(item, 2), number(0, 2), letters(kind), [0]);
  const list = full("iinf", 0, number(3, 2), entry(1, "hvc1"), entry(2, "Exif"), entry(3, "mime"));
  const place = (item: number, inside: number, from: number, length: number) => [
    ...number(item, 2),
    ...number(inside, 2),
    ...number(0, 2),
    ...number(1, 2),
    ...number(from, 4),
    ...number(length, 4),
  ];
  const meta = (from: number) =>
    full(
      "meta",
      0,
      full(
        "iloc",
        1,
        [0x44, 0x00],
        number(3, 2),
        place(1, 0, from, pixels.length),
        place(2, 0, from + pixels.length, exif.length),
        place(3, 1, 0, xmp.length),
      ),
      list,
      box("idat", letters(xmp)),
    );
  const head = box("ftyp", letters("heic"), number(0, 4), letters("mif1heic"));
  const from = head.length + meta(0).length + 8;
  return Uint8Array.from([...head, ...meta(from), ...box("mdat", letters(pixels), letters(exif))]);
}
