import { unzipSync, zipSync } from "fflate";
import { docx, p, tbl, tr } from "../../support/docx-builder.ts";
import { odt } from "../../support/odt-builder.ts";
import { xlsx } from "../../support/xlsx-builder.ts";
import { bytesOf, joined, latin, type Maker } from "./hostile-file.ts";
import { rawZip, type RawPart } from "./raw-zip.ts";

const KINDS = ["docx", "xlsx", "odt"] as const;

const WHOLE: Readonly<Record<(typeof KINDS)[number], Uint8Array>> = {
  docx: docx([p("План"), tbl([tr(["Мероприятие", "Срок"]), tr(["Опрос", "май 2026"])])]),
  xlsx: xlsx([{ name: "План", rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>Опрос</t></is></c></row>' }]),
  odt: odt("<text:p>План</text:p>"),
};

/** Parts of a whole document, to be packed again by hand. */
export function partsOf(kind: (typeof KINDS)[number]): RawPart[] {
  return Object.entries(unzipSync(WHOLE[kind])).map(([name, content]) => ({
    name,
    content,
    stored: name === "mimetype",
  }));
}

const blanks = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024).fill(0x20);
const MAIN = { docx: "word/document.xml", xlsx: "xl/worksheets/sheet1.xml", odt: "content.xml" } as const;

/** Archives that unpack into very much, or never end. */
export const bombs: readonly Maker[] = [
  // the part that is read swells
  (random) => {
    const kind = random.pick(KINDS);
    const parts = partsOf(kind).filter(({ name }) => name !== MAIN[kind]);
    return {
      name: `план.${kind}`,
      bytes: rawZip([...parts, { name: MAIN[kind], content: blanks(40 + random.int(60)) }]),
    };
  },
  // the same packed bytes stand under many names
  (random) => {
    const kind = random.pick(KINDS);
    const parts = partsOf(kind);
    const swollen: RawPart = { name: "xl/worksheets/sheet2.xml", content: blanks(8) };
    const same = Array.from({ length: 30 + random.int(3000) }, (_, at) => ({
      ...swollen,
      name: `xl/worksheets/sheet${at + 3}.xml`,
      sameAs: parts.length,
    }));
    return { name: `план.${kind}`, bytes: rawZip([...parts, swollen, ...same]) };
  },
  // relationships of one content under many names: each is looked through
  (random) => {
    const first = partsOf("docx");
    const rels: RawPart = { name: "word/_rels/a.xml.rels", content: blanks(4).subarray(0, 4 * 1024 * 1024 - 1) };
    const same = Array.from({ length: 100 + random.int(290) }, (_, at) => ({
      ...rels,
      name: `word/_rels/${at}.rels`,
      sameAs: first.length,
    }));
    return { name: "план.docx", bytes: rawZip([...first, rels, ...same]) };
  },
  // tags that never end, millions of them
  (random) => {
    const tag = random.pick(["<Relationship ", '<Relationship Target="', "<Override ", "<Relationship Type=''"]);
    const content = latin(tag.repeat(Math.floor((4 * 1024 * 1024 - 100) / tag.length)));
    const name = random.pick(["word/_rels/settings.xml.rels", "[Content_Types].xml", "_rels/.rels"]);
    return {
      name: "план.docx",
      bytes: rawZip([...partsOf("docx").filter((one) => one.name !== name), { name, content }]),
    };
  },
  // an archive in an archive in an archive
  (random) => {
    let inside = rawZip([{ name: "a.xml", content: blanks(16) }]);
    const depth = 5 + random.int(60);
    for (let n = 0; n < depth; n += 1) inside = rawZip([{ name: `${n}.zip`, content: inside, stored: n % 2 === 0 }]);
    const name = random.pick(["word/embeddings/oleObject1.bin", "customXml/item1.xml", "word/media/a.zip"]);
    return {
      name: random.pick(["план.docx", "архив.zip"]),
      bytes: random.oneIn(3) ? inside : rawZip([...partsOf("docx"), { name, content: inside, stored: true }]),
    };
  },
  // a hundred thousand parts
  (random) => {
    const kind = random.pick(KINDS);
    const count = random.pick([3900, 20_000, 65_535, 100_000]);
    const first = partsOf(kind);
    const empty: RawPart = { name: "e", content: new Uint8Array(), stored: true };
    const many = Array.from({ length: count }, (_, at) => ({ ...empty, name: `p/${at}`, sameAs: first.length }));
    return { name: `план.${kind}`, bytes: rawZip([...first, empty, ...many]) };
  },
  // a part whose packed bytes are the archive itself
  (random) => {
    const parts = partsOf("xlsx");
    const self = rawZip([...parts, { name: "xl/sharedStrings.xml", content: bytesOf("PK\u0003\u0004"), stored: true }]);
    const quine = self.slice();
    // the directory's last entry says that the part begins with the file and ends with it
    const at = Buffer.from(quine).lastIndexOf("PK\u0001\u0002");
    const view = new DataView(quine.buffer);
    view.setUint32(at + 42, 0, true);
    view.setUint32(at + 20, random.pick([quine.length - 60, quine.length * 2]), true);
    view.setUint32(at + 24, random.pick([0xffffffff, 0, quine.length]), true);
    return { name: "план.xlsx", bytes: quine };
  },
  // a packed stream of nothing but one more block
  (random) => {
    const kind = random.pick(KINDS);
    const endless = new Uint8Array(200_000 + random.int(800_000));
    const parts = partsOf(kind).filter(({ name }) => name !== MAIN[kind]);
    const part = { name: MAIN[kind], content: endless, stored: true, method: 8, size: random.pick([10, 0x7fffffff]) };
    return { name: `план.${kind}`, bytes: rawZip([...parts, part]) };
  },
];

/** Names of parts that want to get out, and directories that do not tell the truth. */
export const directories: readonly Maker[] = [
  (random, { escaped, canary }) => {
    const kind = random.pick(KINDS);
    const out = random.pick([
      `../../../../../../tmp/${escaped}`,
      `..\\..\\..\\${escaped}`,
      `/tmp/${escaped}`,
      `C:\\${escaped}`,
      `word/../../../../${escaped}`,
      `word/media/../../../${escaped}`,
      `//server/share/${escaped}`,
      `word/${"a/../".repeat(300)}../../${escaped}`,
      canary.slice(1),
      `\u202e${escaped}`,
      `word/_rels/../../../${escaped}.rels`,
    ]);
    const bytes = rawZip([...partsOf(kind), { name: out, content: bytesOf("вышло наружу") }]);
    return { name: `план.${kind}`, bytes };
  },
  // a name that the directory tells otherwise than the part itself
  (random) => {
    const macros = { name: "word/media/image1.png", localName: "word/vbaProject.bin", content: bytesOf("Attribut") };
    const parts = partsOf("docx").map((part) =>
      random.oneIn(4)
        ? { ...part, localName: random.pick(["../a", "", "word/document.xml", "a".repeat(60_000)]) }
        : part,
    );
    return { name: "план.docx", bytes: rawZip([...parts, macros]) };
  },
  // one name twice
  (random) => {
    const kind = random.pick(KINDS);
    const doubled = { name: MAIN[kind], content: bytesOf(random.pick(["", "<a/>", "\0\0", "<w:document/>"])) };
    const parts = partsOf(kind);
    return { name: `план.${kind}`, bytes: rawZip(random.oneIn(2) ? [doubled, ...parts] : [...parts, doubled]) };
  },
  // sizes and methods that lie
  (random) => {
    const kind = random.pick(KINDS);
    const lies = [0, 1, 0x7fffffff, 0xffffffff, 0xfffffffe];
    const parts = partsOf(kind).map((part) => ({
      ...part,
      ...(random.oneIn(3) && { size: random.pick(lies) }),
      ...(random.oneIn(5) && { packed: random.pick(lies) }),
      ...(random.oneIn(6) && { method: random.pick([0, 9, 12, 14, 93, 95, 99]) }),
      ...(random.oneIn(8) && { flags: random.pick([1, 8, 0x41, 0xffff]) }),
    }));
    return { name: `план.${kind}`, bytes: rawZip(parts) };
  },
  // an end that points elsewhere, or promises more
  (random) => {
    const kind = random.pick(KINDS);
    const bytes = rawZip(partsOf(kind), {
      count: random.pick([0, 1, 3, 4000, 65_535]),
      shift: random.pick([0, -1, 1, 100_000, -100_000, 0x7fffffff]),
      comment: random.pick(["", "PK\u0005\u0006", "PK\u0005\u0006".repeat(200), "a".repeat(65_535)]),
      ...(random.oneIn(2) && {
        before: latin(random.pick(["MZ", "%PDF-1.4\n", "<html>", "PK\u0003\u0004", "#!/bin/sh\n"])),
      }),
    });
    return { name: `план.${kind}`, bytes };
  },
  // two archives, one behind the other
  (random) => {
    const [one, other] = [random.pick(KINDS), random.pick(KINDS)];
    const joint = joined(
      WHOLE[one],
      random.pick([new Uint8Array(), blanks(1)]),
      zipSync({ "a.exe": latin("MZ\u0090\0") }),
      WHOLE[other],
    );
    return { name: `план.${one}`, bytes: joint };
  },
  // other kinds of archives, by their first bytes alone
  (random) => {
    const head = random.pick([
      "Rar!\u001a\u0007\u0000",
      "7z\u00bc\u00af'\u001c",
      "\u001f\u008b\u0008\0",
      "BZh91AY&SY",
      "\u00fd7zXZ\0",
      "MSCF\0\0\0\0",
      "PK\u0005\u0006",
      "PK\u0007\u0008",
      "PK00PK\u0003\u0004",
    ]);
    return {
      name: `план.${random.pick(["docx", "zip", "pdf", "txt"])}`,
      bytes: joined(latin(head), new Uint8Array(random.int(5000))),
    };
  },
];
