/** A tiny writer of PDF files for tests: text in Cyrillic, lines, bars. Places are in points from the top left corner of the page. */
export interface PdfPage {
  readonly width?: number;
  readonly height?: number;
  /** how a viewer turns the page, in degrees */
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly marks: readonly PdfMark[];
}

/** Draws itself in the operators of PDF on a page of this height. */
export type PdfMark = (height: number) => string;

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  /** degrees, counter-clockwise */
  readonly angle?: number;
  /** the name of marked content around it: «Artifact» is no part of the text */
  readonly tag?: string;
}

export const PORTRAIT = { width: 595, height: 842 } as const;
/** every letter of the font is half as wide as the type is high */
export const LETTER = 0.5;

export function text(x: number, y: number, words: string, style: TextStyle = {}): PdfMark {
  const { size = 10, bold = false, angle = 0, tag } = style;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return (height) => {
    const drawn = `BT /${bold ? "F2" : "F1"} ${size} Tf ${num(cos)} ${num(sin)} ${num(-sin)} ${num(cos)} ${num(x)} ${num(height - y)} Tm <${hex(words)}> Tj ET`;
    return tag ? `/${tag} BMC ${drawn} EMC` : drawn;
  };
}

export function line(x0: number, y0: number, x1: number, y1: number): PdfMark {
  return (height) => `0.5 w ${num(x0)} ${num(height - y0)} m ${num(x1)} ${num(height - y1)} l S`;
}

/** A filled bar, as some programs draw lines. */
export function bar(x: number, y: number, width: number, tall: number): PdfMark {
  return (height) => `${num(x)} ${num(height - y - tall)} ${num(width)} ${num(tall)} re f`;
}

/** Lines of text one under another, a step apart. */
export function lines(
  x: number,
  y: number,
  texts: readonly string[],
  style: TextStyle & { step?: number } = {},
): PdfMark[] {
  const step = style.step ?? (style.size ?? 10) * 1.2;
  return texts.map((words, at) => text(x, y + at * step, words, style));
}

export type TableCell = string | { readonly text: string; readonly cols?: number; readonly rows?: number } | null;

export interface PdfTable {
  readonly x: number;
  readonly y: number;
  readonly widths: readonly number[];
  /** null where a cell above or to the left covers the place; a line end within a text ends its line */
  readonly rows: readonly (readonly TableCell[])[];
  /** how its borders are drawn */
  readonly border?: "lines" | "bars" | "none";
  readonly size?: number;
}

/** A drawn table: rows are as high as their highest plain cell. `bottom` is where it ends. */
export function table({ x, y, widths, rows, border = "lines", size = 10 }: PdfTable): {
  marks: PdfMark[];
  bottom: number;
} {
  const step = size * 1.2;
  const shapes = rows.map((row) => row.map((cell) => (typeof cell === "string" ? { text: cell } : cell)));
  const heights = shapes.map(
    (row) =>
      Math.max(1, ...row.flatMap((cell) => (cell && !cell.rows ? [cell.text.split("\n").length] : []))) * step + 6,
  );
  const ys = heights.reduce<number[]>((edges, height) => [...edges, edges.at(-1)! + height], [y]);
  const xs = widths.reduce<number[]>((edges, width) => [...edges, edges.at(-1)! + width], [x]);
  const side = (x0: number, y0: number, x1: number, y1: number): PdfMark =>
    border === "bars" ? bar(x0 - 0.25, y0 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5) : line(x0, y0, x1, y1);
  const marks = shapes.flatMap((row, r) =>
    row.flatMap((cell, c): PdfMark[] => {
      if (!cell) return [];
      const [left, top] = [xs[c]!, ys[r]!];
      const [right, bottom] = [xs[c + (cell.cols ?? 1)]!, ys[r + (cell.rows ?? 1)]!];
      const sides =
        border === "none"
          ? []
          : [
              side(left, top, right, top),
              side(left, bottom, right, bottom),
              side(left, top, left, bottom),
              side(right, top, right, bottom),
            ];
      return [
        ...sides,
        ...(cell.text === "" ? [] : lines(left + 4, top + size + 2, cell.text.split("\n"), { size, step })),
      ];
    }),
  );
  return { marks, bottom: ys.at(-1)! };
}

/** The file. `locked`: under a password nobody knows. */
export function pdf(pages: readonly PdfPage[], { locked = false } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (content: string): number => add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  const unicode = stream(toUnicode());
  const fonts = ["Plain", "Plain-Bold"].map((name) => {
    const facts = add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`,
    );
    const glyphs = add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${facts} 0 R /DW ${LETTER * 1000} >>`,
    );
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${glyphs} 0 R] /ToUnicode ${unicode} 0 R >>`,
    );
  });
  const tree = objects.length + pages.length * 2 + 1;
  const kids = pages.map(({ width = PORTRAIT.width, height = PORTRAIT.height, rotate = 0, marks }) => {
    const content = stream(marks.map((mark) => mark(height)).join("\n"));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${content} 0 R /Resources << /Font << /F1 ${fonts[0]} 0 R /F2 ${fonts[1]} 0 R >> >> >>`,
    );
  });
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids.map((one) => `${one} 0 R`).join(" ")}] >>`);
  const root = add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const noise = "a1".repeat(32);
  const lock = locked
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${noise}> /U <${noise}> >> /ID [<${noise.slice(0, 32)}> <${noise.slice(0, 32)}>]`
    : "";
  let file = "%PDF-1.7\n";
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

const num = (value: number): string => String(Math.round(value * 1000) / 1000);

const hex = (words: string): string =>
  Array.from({ length: words.length }, (_one, at) => words.charCodeAt(at).toString(16).padStart(4, "0")).join("");

/** Codes of letters are their Unicode, block by block. */
function toUnicode(): string {
  const blocks = ["00", "04", "20", "21", "f0"].map((block) => `<${block}00> <${block}ff> <${block}00>`);
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CMapName /Own def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    `${blocks.length} beginbfrange`,
    ...blocks,
    "endbfrange endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}
