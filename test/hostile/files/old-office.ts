import { biff, ole } from "../../support/ole-builder.ts";
import { spoilBytes } from "../../fuzz/spoil-bytes.ts";
import { bytesOf, joined, latin, type Maker } from "./hostile-file.ts";

const WORDS = latin("W".repeat(5000));

/** The header of a compound file with these words set. */
function headed(bytes: Uint8Array, words: readonly (readonly [number, number])[], power?: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (const [at, value] of words) view.setUint32(at, value >>> 0, true);
  if (power !== undefined) view.setUint16(30, power, true);
  return changed;
}

/** Old Office files and rich text: directories in a circle, macros, objects, fields that reach out. */
export const oldOffice: readonly Maker[] = [
  // sectors that follow themselves
  (random) => {
    const whole = ole({ [random.pick(["WordDocument", "Workbook", "PowerPoint Document"])]: WORDS });
    const power = random.pick([9, 12]);
    const long = joined(whole, new Uint8Array(random.pick([0, 900_000])));
    const circle = new Uint8Array(long);
    const view = new DataView(circle.buffer);
    // every sector goes on with sector 1, the directory's own
    const size = 1 << power;
    for (let at = size; at + 4 <= Math.min(size * 2, circle.length); at += 4)
      view.setUint32(at, random.pick([0, 1]), true);
    return {
      name: "приказ.doc",
      bytes: headed(
        circle,
        [
          [76, 0],
          [48, random.pick([0, 1])],
        ],
        power,
      ),
    };
  },
  (random) => {
    const whole = ole({ WordDocument: WORDS, "1Table": WORDS });
    const lies = [0, 1, 2, 0xfffffffe, 0xffffffff, 0xfffffff0, 0x7fffffff, 9999];
    const words = Array.from(
      { length: 1 + random.int(6) },
      () => [random.pick([44, 48, 60, 64, 68, 72, 76, 80, 512, 516, 520]), random.pick(lies)] as const,
    );
    return {
      name: random.pick(["приказ.doc", "список.xls"]),
      bytes: headed(whole, words, random.pick([9, 12, 0, 31, 65_535])),
    };
  },
  // macros and locked ones
  (random) => {
    const inside = random.pick<Readonly<Record<string, Uint8Array | null>>>([
      { WordDocument: WORDS, Macros: null, VBA: null, _VBA_PROJECT: WORDS },
      { Workbook: biff(1) },
      { Workbook: WORDS, _VBA_PROJECT_CUR: null },
      { EncryptedPackage: WORDS, EncryptionInfo: WORDS },
      { "PowerPoint Document": WORDS, VBA: null },
      { "!_StringData": WORDS },
    ]);
    return {
      name: random.pick(["приказ.doc", "список.xls", "приказ.docx", "справка.pdf"]),
      bytes: ole(inside),
      active: true,
    };
  },
  // documents of old kinds that LibreOffice is given to read, hurt
  (random) => {
    const name = random.pick(["WordDocument", "Workbook", "PowerPoint Document"]);
    const content = Uint8Array.from({ length: 6000 }, () => random.int(256));
    if (name === "WordDocument") content.set([0xec, 0xa5, 0xc1, 0x00]);
    let bytes: Uint8Array = ole({
      [name]: name === "Workbook" ? joined(biff(0), content) : content,
      "1Table": content,
      "\u0005SummaryInformation": content,
    });
    if (random.oneIn(2)) bytes = spoilBytes(bytes, random);
    return { name: "приказ.doc", bytes };
  },
  // rich text: objects, templates, fields, depth, numbers beyond all measure
  (random, { web, file, canary }) => {
    const act = random.pick([
      `{\\object\\objautlink\\objupdate{\\*\\objclass Word.Document.8}{\\*\\objdata 0105000002000000}}`,
      `{\\*\\template ${web}/a.dotm}`,
      `{\\field{\\*\\fldinst INCLUDEPICTURE "${web}/a.png" \\\\d}{\\fldrslt a}}`,
      `{\\field{\\*\\fldinst DDEAUTO cmd "/c touch ${canary}"}{\\fldrslt a}}`,
      `{\\field{\\*\\fldinst INCLUDETEXT "${file}"}{\\fldrslt a}}`,
      "{".repeat(random.pick([500, 200_000])),
      `\\bin2147483647 a`,
      `{\\pict\\pngblip\\picw99999999\\pich99999999 ${"89504e47".repeat(2000)}}`,
      `${"{\\*\\listtable{\\list{\\listlevel\\levelstartat-2147483648}}}".repeat(500)}`,
      `\\trowd${"\\cellx99999999".repeat(5000)}\\row`,
      `\\u-99999? \\'zz \\fonttbl{\\f2147483647 a;}`,
      `{\\*\\generator ${"a".repeat(2_000_000)}}`,
    ]);
    return {
      name: random.pick(["приказ.rtf", "приказ.doc"]),
      bytes: bytesOf(`{\\rtf1\\ansi План\\par ${act}}`),
      active: true,
    };
  },
];
