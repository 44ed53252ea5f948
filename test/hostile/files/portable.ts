import { deflateSync } from "node:zlib";
import { pdf, table, text } from "../../support/pdf-builder.ts";
import { ACTIVE_MARK, bytesOf, joined, latin, type Maker } from "./hostile-file.ts";

/** A PDF of these objects, the first its catalogue; places told truly unless `table` says otherwise. */
function pdfOf(objects: readonly (string | Uint8Array)[], trailer = "", xref?: string): Uint8Array {
  const pieces: Uint8Array[] = [latin("%PDF-1.7\n%\u00e2\u00e3\n")];
  let at = pieces[0]!.length;
  const places: number[] = [];
  objects.forEach((object, index) => {
    const piece = joined(
      latin(`${index + 1} 0 obj\n`),
      typeof object === "string" ? latin(object) : object,
      latin("\nendobj\n"),
    );
    places.push(at);
    pieces.push(piece);
    at += piece.length;
  });
  const lines = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const end = xref ?? `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`;
  return joined(
    ...pieces,
    latin(`${end}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`),
  );
}

const stream = (facts: string, content: Uint8Array): Uint8Array =>
  joined(latin(`<< ${facts} /Length ${content.length} >>\nstream\n`), content, latin("\nendstream"));
const DRAWN = "BT /F1 12 Tf 60 700 Td (Plan) Tj ET 40 600 m 300 600 l S";
const page = (more = "") => [
  `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
  stream("", latin(DRAWN)),
];
const packed = (content: Uint8Array) => new Uint8Array(deflateSync(content, { level: 9 }));
const DOCUMENT = pdf([
  {
    marks: [
      text(60, 60, "План"),
      ...table({
        x: 60,
        y: 90,
        widths: [200, 100],
        rows: [
          ["Мероприятие", "Срок"],
          ["Опрос", "май 2026"],
        ],
      }).marks,
    ],
  },
]);

/** PDFs that turn in circles, swell, lie about themselves or do something. */
export const portable: readonly Maker[] = [
  // what is done at opening
  (random, { web, file, canary }) => {
    const act = random.pick([
      `/OpenAction << /S /JavaScript /JS (app.alert\\("${ACTIVE_MARK}"\\)) >>`,
      `/OpenAction << /S /J#61vaScript /J#53 (${ACTIVE_MARK}) >>`,
      `/OpenAction << /S /Launch /F (/bin/touch) /Win << /F (cmd.exe) /P (/c touch ${canary}) >> >>`,
      `/AA << /WC << /S /SubmitForm /F (${web}/form) >> >>`,
      `/OpenAction << /S /GoToE /F (${file}) >>`,
      `/OpenAction << /S /ImportData /F (${file}) >>`,
      `/Names << /EmbeddedFiles << /Names [(a.exe) 5 0 R] >> >>`,
      `/AcroForm << /XFA (<xdp>${ACTIVE_MARK}</xdp>) >>`,
      `/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (${ACTIVE_MARK}) >>] >> >>`,
      `/OpenAction << /S /Rendition /JS (${ACTIVE_MARK}) >>`,
    ]);
    return { name: "справка.pdf", bytes: pdfOf(page(act)), active: true };
  },
  // the same, packed among other objects
  (random) => {
    const inside = latin(`10 0 << /S /JavaScript /JS (${ACTIVE_MARK}) >>`);
    // cut short it says nothing more of a script
    const isCut = random.oneIn(3);
    const content = isCut ? joined(packed(inside).subarray(0, 20), latin("\0\0")) : packed(inside);
    const facts = random.pick([
      "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode",
      "/Type/ObjStm/N 1/First 5/Filter[/FlateDecode]",
      "/Type /Obj#53tm /N 1 /First 5 /Filter /FlateDecode",
    ]);
    const bytes = pdfOf([...page("/OpenAction 10 0 R"), stream(facts, content)]);
    return { name: "справка.pdf", bytes, ...(!isCut && { active: true }) };
  },
  // links to be fetched by whoever shows it
  (random, { web, file }) => {
    const link = random.pick([`/URI (${web}/uri)`, `/F << /FS /URL /F (${web}/f) >>`, `/F (${file})`]);
    const external = `<< /Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 0 /F << /FS /URL /F (${web}/x.jpg) >> /FFilter /DCTDecode >>\nstream\n\nendstream`;
    return { name: "справка.pdf", bytes: pdfOf([...page(`/OpenAction << /S /URI ${link} >>`), external]) };
  },
  // pages in a circle, deep, without number
  (random) => {
    const depth = random.pick([3, 2000, 60_000]);
    const kids = random.pick<readonly string[]>([
      ["<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"],
      ["<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>", "<< /Type /Page /Parent 2 0 R >>"],
      Array.from({ length: depth }, (_, at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`),
      [
        `<< /Type /Pages /Kids [${"3 0 R ".repeat(100_000)}] /Count 100000 >>`,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e309 -1] >>",
      ],
    ]);
    return { name: "справка.pdf", bytes: pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", ...kids]) };
  },
  // objects that are each other
  (random) => {
    const objects = page().slice(0, 3);
    const odd = random.pick([
      "4 0 R",
      "<< /Length 4 0 R >>\nstream\nQ\nendstream",
      "[4 0 R 4 0 R]",
      `${"[".repeat(50_000)}`,
      `${"<<".repeat(50_000)}`,
      `${"(".repeat(100_000)}`,
      "9".repeat(500_000),
    ]);
    return { name: "справка.pdf", bytes: pdfOf([...objects, odd]) };
  },
  // streams that unpack into very much, by one packing after another
  (random) => {
    const blank = new Uint8Array((20 + random.int(180)) * 1024 * 1024).fill(random.pick([0x20, 0x71]));
    const twice = random.oneIn(2);
    const content = twice ? packed(packed(blank)) : packed(blank);
    const filter = twice ? "[/FlateDecode /FlateDecode]" : "/FlateDecode";
    const kind = random.pick([
      "",
      "/Type /ObjStm /N 9999 /First 9",
      "/Type /XRef /W [9 9 9] /Size 99999999 /Index [0 99999999]",
      "/Type /Metadata",
    ]);
    return { name: "справка.pdf", bytes: pdfOf([...page().slice(0, 3), stream(`${kind} /Filter ${filter}`, content)]) };
  },
  // other packings, endless or broken
  (random) => {
    const filter = random.pick([
      "/LZWDecode",
      "/RunLengthDecode",
      "/ASCII85Decode",
      "/ASCIIHexDecode",
      "/CCITTFaxDecode",
      "/JBIG2Decode",
      "/JPXDecode",
      "/DCTDecode",
      "/Crypt",
      `[${"/ASCIIHexDecode ".repeat(3000)}]`,
    ]);
    const content = random.pick([
      new Uint8Array(300_000),
      latin("z".repeat(300_000)),
      latin("\u0080\u000b\u0060\u0050".repeat(80_000)),
      latin("\u0081\u0000".repeat(200_000)),
    ]);
    return {
      name: "справка.pdf",
      bytes: pdfOf([
        ...page().slice(0, 3),
        stream(
          `/Filter ${filter} /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 99 /K -1 /Rows 99999999 >>`,
          content,
        ),
      ]),
    };
  },
  // tables of places that lie
  (random) => {
    const xref = random.pick([
      "",
      "xref\n0 0\n",
      "xref\n0 999999999\n0000000000 65535 f \n",
      "xref\n-1 -1\n",
      `xref\n0 5\n${"9999999999 00000 n \n".repeat(5)}`,
      "startxref\n0\n".repeat(1000),
    ]);
    const trailer = random.pick([
      "/Prev 9",
      "/Prev 0",
      "/XRefStm 9",
      "/Size -1",
      "/Size 2147483647",
      "/Prev 99999999999",
      "/Encrypt 1 0 R",
    ]);
    return { name: "справка.pdf", bytes: pdfOf(page(), trailer, xref) };
  },
  // locked
  () => ({ name: "справка.pdf", bytes: pdf([{ marks: [text(60, 60, "План")] }], { locked: true }), active: true }),
  // thousands of packed streams that hold nothing, told of once and again
  (random) => {
    const nothing = joined(latin(random.pick(["/ObjStm stream\n", "/Type/ObjStm stream\n"])), packed(new Uint8Array()));
    return {
      name: "справка.pdf",
      bytes: joined(latin("%PDF-1.7\n"), ...Array.from({ length: random.pick([500, 35_000]) }, () => nothing)),
    };
  },
  // letters by their numbers, millions of them
  () => ({ name: "справка.pdf", bytes: joined(DOCUMENT, latin("#41".repeat(330_000))) }),
  // marks of a page that repeat, save and never give back
  (random) => {
    const step = random.pick([
      "q ",
      "Q ",
      "BT ",
      "/F1 1e308 Tf ",
      "1e308 0 0 1e308 0 0 cm ",
      "0 0 m ",
      "/X Do ",
      "<41> Tj ",
      "BI ID ",
      "(",
      "[(a) -1e9] TJ ",
    ]);
    return {
      name: "справка.pdf",
      bytes: pdfOf([
        ...page().slice(0, 3),
        stream("/Filter /FlateDecode", packed(latin(step.repeat(Math.floor(8_000_000 / step.length))))),
      ]),
    };
  },
  // forms that draw themselves
  () => {
    const form = stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R /Y 4 0 R >> >>",
      latin("/X Do /Y Do /X Do"),
    );
    return {
      name: "справка.pdf",
      bytes: pdfOf([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 4 0 R /Y 4 0 R >> >> >>",
        form,
      ]),
    };
  },
  // a page or an archive with the face of a PDF
  (random) => {
    const hidden = bytesOf(`<html><script>${ACTIVE_MARK}()</script></html>`);
    const face = random.pick([
      joined(latin("%PDF-1.4\n"), hidden, DOCUMENT),
      joined(DOCUMENT, hidden),
      joined(hidden, DOCUMENT),
      joined(DOCUMENT, latin("PK\u0005\u0006"), new Uint8Array(18)),
      joined(latin("GIF89a/*"), DOCUMENT),
    ]);
    return { name: "справка.pdf", bytes: face, active: true };
  },
];
