import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { looksLikeFormula } from "./formula-cells.ts";

/** What an office file holds that counts, asks or starts something by itself, in words; and every text of it. */
export interface Looked {
  readonly live: readonly string[];
  readonly texts: readonly string[];
}

/** The format of cells that stay text when they are typed again: its code and its built-in number. */
const TEXT_FORMATS = new Set(["@", "49"]);
/** Fields of Word that only count pages. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES)\b[\s\\*A-Z]*$/i;
/** Parts and relations by which an office file reaches out of itself. */
const REACHING = /externalLink|oleObject|vbaProject|activeX|attachedTemplate|TargetMode="External"|ddeLink/;

/** Looks through the parts of a workbook or a document. */
export function lookThrough(bytes: Uint8Array): Looked {
  const parts = Object.entries(unzipSync(bytes)).map(
    ([name, part]) => [name, Buffer.from(part).toString("utf8")] as const,
  );
  const live = parts.flatMap(([name, xml]) => {
    const tags = xml.replace(/>[^<]*</g, "><");
    return REACHING.test(`${name} ${tags}`) ? [`${name}: ${REACHING.exec(`${name} ${tags}`)![0]}`] : [];
  });
  const byName = new Map(parts);
  const shared = textsOf(byName.get("xl/sharedStrings.xml") ?? "", "si");
  const formats = formatsOf(byName.get("xl/styles.xml") ?? "");
  const texts = [...shared];
  for (const [name, xml] of parts) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) live.push(...liveInSheet(name, xml, shared, formats, texts));
    if (/^word\/[^/]+\.xml$/.test(name)) {
      live.push(...liveInWords(name, xml));
      texts.push(...textsOf(xml, "w:p"));
    }
  }
  return { live, texts };
}

/** The number format of each cell style: its code, or the number of a built-in one. */
function formatsOf(styles: string): readonly string[] {
  const named = new Map(
    [...styles.matchAll(/<numFmt\b[^>]*>/g)].map(([tag]) => [valueOf(tag, "numFmtId"), valueOf(tag, "formatCode")]),
  );
  const own = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "";
  return [...own.matchAll(/<xf\b[^>]*>/g)].map(([tag]) => {
    const number = valueOf(tag, "numFmtId");
    return named.get(number) ?? number;
  });
}

const valueOf = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

function liveInSheet(
  name: string,
  xml: string,
  shared: readonly string[],
  formats: readonly string[],
  texts: string[],
): string[] {
  const live: string[] = [];
  for (const found of xml.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const [attributes = "", inner = ""] = [found[1], found[2]];
    const place = `${name} ${/r="(\w+)"/.exec(attributes)?.[1] ?? "?"}`;
    if (/<f\b/.test(inner)) live.push(`${place}: <f>`);
    const kind = /\bt="(\w+)"/.exec(attributes)?.[1];
    const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? "";
    const text =
      kind === "s" ? (shared[Number(value)] ?? "") : kind === "inlineStr" ? textsOf(inner, "is").join("") : "";
    if (kind === "inlineStr" || kind === "str") texts.push(text);
    const format = formats[Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? "0")];
    if (looksLikeFormula(text) && !TEXT_FORMATS.has(format ?? ""))
      live.push(`${place}: оживёт при правке: ${text.slice(0, 40)}`);
  }
  if (/<hyperlink\b/.test(xml)) live.push(`${name}: <hyperlink>`);
  return live;
}

function liveInWords(name: string, xml: string): string[] {
  const fields = [
    ...textsOf(xml, "w:instrText"),
    ...[...xml.matchAll(/w:instr="([^"]*)"/g)].map(([, words]) => words!),
  ];
  const active = fields
    .filter((words) => !PAGE_FIELD.test(words))
    .map((words) => `${name}: поле ${words.slice(0, 40)}`);
  return /<w:(?:object|altChunk|control)\b/.test(xml) ? [...active, `${name}: вложенный объект`] : active;
}

/** Texts of every element of this name. */
function textsOf(xml: string, wanted: string): string[] {
  const found: string[] = [];
  if (!xml) return found;
  let depth = 0;
  let text = "";
  const parser = new SaxesParser({ fragment: wanted === "is" });
  parser.on("opentag", ({ name }) => {
    if (name === wanted) depth += 1;
  });
  parser.on("text", (words) => {
    if (depth > 0) text += words;
  });
  parser.on("closetag", ({ name }) => {
    if (name !== wanted) return;
    depth -= 1;
    if (depth > 0) return;
    found.push(text);
    text = "";
  });
  parser.write(xml).close();
  return found;
}
