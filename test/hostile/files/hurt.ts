import sharp from "sharp";
import { wholeDocuments, type FuzzKind } from "../../fuzz/documents.ts";
import { spoilBytes } from "../../fuzz/spoil-bytes.ts";
import { spoiltFile } from "../../fuzz/spoil.ts";
import { heic } from "../../support/heic-builder.ts";
import { ods } from "../../support/odt-builder.ts";
import { ole } from "../../support/ole-builder.ts";
import { writeWorkbook } from "#platform/office/workbook.ts";
import { bytesOf, joined, latin, type Maker } from "./hostile-file.ts";

let kept: Promise<Readonly<Record<FuzzKind, readonly Uint8Array[]>>> | undefined;
const whole = () => (kept ??= wholeDocuments());

/** Whole files of the kinds that the reader of documents does not know, or knows through LibreOffice. */
async function others(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const drawn = sharp({ create: { width: 64, height: 48, channels: 3, background: "#88aacc" } });
  return [
    ["снимок.jpg", new Uint8Array(await drawn.clone().jpeg().toBuffer())],
    ["снимок.png", new Uint8Array(await drawn.clone().png().toBuffer())],
    ["снимок.webp", new Uint8Array(await drawn.clone().webp().toBuffer())],
    ["снимок.heic", heic("пиксели", "Exif", "<x:xmpmeta/>")],
    [
      "приказ.rtf",
      bytesOf("{\\rtf1\\ansi\\ansicpg1251 \\b Plan\\b0\\par\\trowd\\cellx3000\\cellx6000 a\\cell b\\cell\\row}"),
    ],
    ["приказ.doc", ole({ WordDocument: joined(Uint8Array.from([0xec, 0xa5, 0xc1, 0]), latin("W".repeat(5000))) })],
    [
      "список.ods",
      ods(
        "<table:table><table:table-row><table:table-cell><text:p>План</text:p></table:table-cell></table:table-row></table:table>",
      ),
    ],
    [
      "список.xlsx",
      await writeWorkbook([
        {
          name: "Список",
          widths: [30, 20, 10],
          rows: [
            ["Полное название", "Краткое название", "Вид"],
            ["Школа пробы", "Проба", "школа"],
          ],
        },
      ]),
    ],
  ];
}
let keptOthers: ReturnType<typeof others> | undefined;

/** A whole file of a kind that is taken, with bits turned, ends cut off, pieces lost, doubled, or put into another. */
export const hurt: readonly Maker[] = [
  async (random, { web, file }) => {
    const { name, bytes } = spoiltFile(random.int(1_000_000_000), await whole(), random.oneIn(2) ? web : file);
    return { name, bytes };
  },
  async (random) => {
    const [name, bytes] = random.pick(await (keptOthers ??= others()));
    let spoilt = bytes;
    for (let n = random.int(4); n > 0; n -= 1) spoilt = spoilBytes(spoilt, random);
    return { name, bytes: spoilt };
  },
  // the beginning of one and the end of another
  async (random) => {
    const all = [
      ...Object.values(await whole()).flat(),
      ...(await (keptOthers ??= others())).map(([, bytes]) => bytes),
    ];
    const [one, other] = [random.pick(all), random.pick(all)];
    const bytes = joined(one.subarray(0, random.int(one.length)), other.subarray(random.int(other.length)));
    return { name: random.pick(["план.docx", "план.xlsx", "план.pdf", "снимок.jpg", "план.odt", "план.txt"]), bytes };
  },
];
