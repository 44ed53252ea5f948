/** What a scan meets, in the order of the text. Text comes decoded, in pieces. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Record<string, string>) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
  /** elements that are walked over in silence, with all that they hold */
  readonly skips?: (name: string) => boolean;
}

/** The text is no well-formed XML, or it declares a document type. */
export class XmlFault extends Error {}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
/** the root of a part names forty namespaces at most */
const MOST_ATTRIBUTES = 500;
const SPACE = 0x20;
const BANG = 0x21;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/**
 * Walks XML once, looking only for marks: several times faster than a validating parser, and as strict in what matters to a reader of
 * documents. Elements must close in order, entities must be XML's own five or numbers, and a document type is a fault: Office never writes
 * one, and entities are how XML is made to read other files. Throws XmlFault.
 */
export function scanXml(xml: string, { open, text, close, skips }: XmlEvents): void {
  const names: string[] = [];
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  let begun = false;
  /** open elements from the one that is skipped, itself included */
  let silent = 0;

  const upTo = (mark: string, from: number): number => {
    const found = xml.indexOf(mark, from);
    if (found < 0) throw new XmlFault(`no ${mark}`);
    return found;
  };
  const skipSpace = (from: number): number => {
    let to = from;
    while (xml.charCodeAt(to) <= SPACE) to += 1;
    return to;
  };

  /** A tag's attributes from after its name up to its end; whether it closes itself, and where the text goes on. */
  const readTag = (
    from: number,
    attributes: Record<string, string> | undefined,
  ): { after: number; closed: boolean } => {
    let place = from;
    for (let count = 0; ; count += 1) {
      if (count > MOST_ATTRIBUTES) throw new XmlFault("attributes without end");
      place = skipSpace(place);
      const code = xml.charCodeAt(place);
      if (code === GREATER) return { after: place + 1, closed: false };
      if (code === SLASH) {
        if (xml.charCodeAt(place + 1) !== GREATER) throw new XmlFault("a stray slash");
        return { after: place + 2, closed: true };
      }
      const nameEnd = endOfName(xml, place);
      const equals = skipSpace(nameEnd);
      const opening = skipSpace(equals + 1);
      const quote = xml.charCodeAt(opening);
      if (nameEnd === place || xml.charCodeAt(equals) !== EQUALS || (quote !== DOUBLE && quote !== SINGLE))
        throw new XmlFault("a broken attribute");
      const closing = upTo(quote === DOUBLE ? '"' : "'", opening + 1);
      if (attributes) {
        const name = xml.slice(place, nameEnd);
        if (Object.hasOwn(attributes, name)) throw new XmlFault("an attribute twice");
        attributes[name] = decoded(xml.slice(opening + 1, closing));
      }
      place = closing + 1;
    }
  };

  for (;;) {
    const tag = xml.indexOf("<", at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at) {
      if (names.length > 0) {
        if (silent === 0) text(decoded(xml.slice(at, end)));
      } else if (skipSpace(at) < end) throw new XmlFault("text outside");
    }
    if (tag < 0) break;
    const code = xml.charCodeAt(tag + 1);
    if (code === SLASH) {
      const closing = upTo(">", tag + 2);
      const name = names.pop();
      if (name === undefined || xml.slice(tag + 2, closing).trimEnd() !== name) throw new XmlFault("crossed elements");
      if (silent > 0) silent -= 1;
      else close();
      at = closing + 1;
    } else if (code === QUESTION) at = upTo("?>", tag + 2) + 2;
    else if (code === BANG) {
      if (xml.startsWith("<!--", tag)) at = upTo("-->", tag + 4) + 3;
      else if (names.length > 0 && xml.startsWith("<![CDATA[", tag)) {
        const closing = upTo("]]>", tag + 9);
        if (silent === 0) text(xml.slice(tag + 9, closing));
        at = closing + 3;
      } else throw new XmlFault("a document type");
    } else {
      if (names.length === 0 && begun) throw new XmlFault("two roots");
      begun = true;
      const nameEnd = endOfName(xml, tag + 1);
      if (nameEnd === tag + 1) throw new XmlFault("no name");
      const name = xml.slice(tag + 1, nameEnd);
      if (silent > 0 || skips?.(name)) {
        const { after, closed } = readTag(nameEnd, undefined);
        if (!closed) {
          silent += 1;
          names.push(name);
        }
        at = after;
        continue;
      }
      const attributes: Record<string, string> = {};
      const { after, closed } = readTag(nameEnd, attributes);
      open(name, attributes);
      if (closed) close();
      else names.push(name);
      at = after;
    }
  }
  if (names.length > 0 || !begun) throw new XmlFault("an unclosed element");
}

function endOfName(xml: string, from: number): number {
  let to = from;
  for (;;) {
    const code = xml.charCodeAt(to);
    // NaN at the end of the text fails every comparison and stops here too
    if (!(code > SPACE) || code === GREATER || code === SLASH || code === EQUALS || code === DOUBLE || code === SINGLE)
      return to;
    if (code === 0x3c || code === 0x26) throw new XmlFault("a broken tag");
    to += 1;
  }
}

function decoded(text: string): string {
  if (!text.includes("&")) return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return text.replace(/\r\n?/g, "\n").replace(/&([^;&]*)(;?)/g, (_, code: string, end: string) => {
    const named = NAMED.get(code);
    if (end !== "" && named !== undefined) return named;
    const point = /^#x[\da-f]{1,6}$/i.test(code)
      ? Number.parseInt(code.slice(2), 16)
      : /^#\d{1,7}$/.test(code)
        ? Number(code.slice(1))
        : 0;
    if (end === "" || point === 0 || point > 0x10ffff) throw new XmlFault("an unknown entity");
    return String.fromCodePoint(point);
  });
}
