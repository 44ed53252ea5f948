import { decodeText } from "./plain-text.ts";
import { OfficeRefusal } from "./problems.ts";

const MOST_PARTS = 1000;

/** Whether the beginning of a text file is that of a page saved with all its parts in one file; Word calls that .mht, and often .doc. */
export function isMhtml(head: string): boolean {
  return (
    /^(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*?mime-version:/i.test(head.trimStart()) &&
    /content-type:\s*multipart\//i.test(head)
  );
}

/** The page of such a file as HTML. Throws OfficeRefusal where it holds none. */
export function pageOfMhtml(bytes: Uint8Array): string {
  // one byte a letter: each part tells its own letters
  const text = new TextDecoder("latin1").decode(bytes).replace(/\r\n?/g, "\n");
  const boundary = /boundary\s*=\s*(?:"([^"\n]+)"|([^\s;]+))/i.exec(text.slice(0, 20_000));
  const mark = boundary?.[1] ?? boundary?.[2];
  for (const part of mark === undefined ? [] : text.split(`--${mark}`, MOST_PARTS)) {
    const end = part.indexOf("\n\n", 1);
    const head = part.slice(0, end).replace(/\n[ \t]+/g, " ");
    if (end < 0 || !/content-type:\s*text\/html/i.test(head)) continue;
    const encoding = /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(head)?.[1];
    return decoded(bytesOf(part.slice(end + 2), encoding), charset);
  }
  throw new OfficeRefusal("office-damaged");
}

function bytesOf(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === "base64") return new Uint8Array(Buffer.from(body, "base64"));
  return new Uint8Array(Buffer.from(encoding === "quoted-printable" ? unquoted(body) : body, "latin1"));
}

function unquoted(body: string): string {
  return body
    .replace(/=[ \t]*\n/g, "")
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function decoded(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder(charset ?? "utf-8", { fatal: charset === undefined }).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}
