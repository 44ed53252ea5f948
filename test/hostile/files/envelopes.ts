import { pdf, text } from "../../support/pdf-builder.ts";
import type { Random } from "../../fuzz/random.ts";
import { bytesOf, joined, latin, type Envelope, type Maker } from "./hostile-file.ts";

const PLAN = pdf([{ marks: [text(60, 60, "План")] }]);
const TEXT = bytesOf("№\tМероприятие\tСрок\n1\tОпрос\tмай 2026\n");

/** Names that a disk, a header or a screen may stumble over. */
const NAMES = [
  "приказ\u202efdp.exe",
  "\u2066приказ\u2069.pdf",
  `${"я".repeat(10_000)}.pdf`,
  `${"a".repeat(10_000)}`,
  "../../../../../../etc/passwd",
  "..\\..\\..\\windows\\system32\\config\\sam",
  "/etc/cron.d/a",
  "C:\\autoexec.bat",
  "\\\\127.0.0.1\\share\\a.pdf",
  "a\0.pdf",
  "a.pdf\0.exe",
  "a%00.pdf",
  "a\r\nSet-Cookie: a=b\r\n.pdf",
  "a%0d%0aSet-Cookie:%20a=b.pdf",
  'a"; filename="b.exe',
  'a\\"; x="b.pdf',
  "CON",
  "aux.pdf",
  "nul.txt",
  "LPT1.docx",
  "COM1.pdf.pdf",
  "a.pdf:evil.exe",
  "a.pdf::$DATA",
  ".",
  "..",
  "...",
  " ",
  "",
  ".pdf",
  "приказ.pdf.",
  "приказ.pdf ",
  "приказ.docx.exe",
  "приказ.exe.docx",
  "<script>alert(1)</script>.pdf",
  "'; drop table stored_file; --.pdf",
  "=cmd|' /C calc'!A0.pdf",
  "$(touch a).pdf",
  "`touch a`.pdf",
  "-rf.pdf",
  "--help",
  "😀".repeat(200),
  `${"😀".repeat(126)}a😀.pdf`,
  "\ud800.pdf",
  "e\u0301\u0301\u0301".repeat(500),
  "\ufeff\u200b.pdf",
  "utf-8''%2e%2e%2fa.pdf",
  "=?utf-8?B?Li4vYQ==?=.pdf",
] as const;

const disposition = (name: string, field = "file"): string =>
  `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\n`;
const typed = (type: string): string => `Content-Type: ${type}\r\n\r\n`;
const TYPES = [
  "application/octet-stream",
  "text/html",
  "image/svg+xml",
  "application/x-msdownload",
  "text/plain; charset=utf-7",
  "",
  "a/b\r\nX-A: b",
  "multipart/mixed; boundary=c",
  "application/pdf",
  `${"a".repeat(9000)}/b`,
];

/** Hostile names, each told in one of the ways a name can be told. */
export const names: Maker = (random) => {
  const name = random.pick(NAMES);
  const content = random.oneIn(3) ? TEXT : PLAN;
  const type = random.pick(TYPES);
  const told = random.pick([
    disposition(name),
    disposition(name.replaceAll('"', "%22").replaceAll("\r\n", "%0D%0A")),
    `Content-Disposition: form-data; name="file"; filename*=UTF-8''${encodeURIComponent(name.replace(/\p{Surrogate}/gu, ""))}\r\n`,
    `Content-Disposition: form-data; name=file; filename=${name}\r\n`,
    `${disposition("невинный.pdf")}${disposition(name)}`,
  ]);
  const wrap = (bytes: Uint8Array, b: string): Envelope => ({
    contentType: `multipart/form-data; boundary=${b}`,
    body: joined(bytesOf(`--${b}\r\n${told}${typed(type)}`), bytes, latin(`\r\n--${b}--\r\n`)),
  });
  return { name, bytes: content, wrap };
};

const usual = (b: string, more = ""): Uint8Array =>
  bytesOf(`--${b}\r\n${disposition("план.pdf")}${more}${typed("application/pdf")}`);
const end = (b: string): Uint8Array => latin(`\r\n--${b}--\r\n`);
const of = (b: string, ...parts: readonly Uint8Array[]): Envelope => ({
  contentType: `multipart/form-data; boundary=${b}`,
  body: joined(...parts),
});
const field = (b: string, name: string, value: string): Uint8Array =>
  bytesOf(`--${b}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
const fields = (b: string, count: number, value: string): Uint8Array =>
  joined(...Array.from({ length: count }, (_, at) => field(b, `f${at}`, value)));

type Wrap = (content: Uint8Array, b: string, random: Random) => Envelope;

/** Envelopes that lie about their length, their border and what is in them. */
const WRAPS: readonly Wrap[] = [
  (content, b) => ({ ...of(b, usual(b), content, end(b)), contentType: "multipart/form-data" }),
  (content, b) => ({ ...of(b, usual(b), content, end(b)), contentType: "multipart/form-data; boundary=" }),
  (content, b) => ({ ...of(b, usual(b), content, end(b)), contentType: "multipart/form-data; boundary=other" }),
  (content, b) => ({ ...of(b, usual(b), content, end(b)), contentType: "multipart/mixed; boundary=".concat(b) }),
  (content, b, random) => ({
    ...of(b, usual(b), content, end(b)),
    contentType: random.pick([
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/pdf",
      "",
    ]),
  }),
  (content, b) => of("b".repeat(5000), latin(`--${"b".repeat(5000)}\r\n`), usual(b), content),
  // no end, no part, no content, nothing at all
  (content, b) => of(b, usual(b), content),
  (_content, b) => of(b, latin(`--${b}--\r\n`)),
  (_content, b) => of(b, usual(b), end(b)),
  (_content, b) => of(b),
  (_content, b) => of(b, latin(`--${b}\r\n\r\n\r\n--${b}--`)),
  // one in another
  (content, b) =>
    of(
      b,
      bytesOf(
        `--${b}\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n`,
      ),
      bytesOf(`${disposition("a.pdf")}${typed("application/pdf")}`),
      content,
      latin("\r\n--in--"),
      end(b),
    ),
  // a thousand parts, fields beyond all measure
  (content, b, random) => of(b, fields(b, random.pick([20, 998, 5000]), "x"), usual(b), content, end(b)),
  (content, b, random) => of(b, fields(b, random.pick([20, 120]), "x".repeat(1_000_000)), usual(b), content, end(b)),
  (content, b) => of(b, field(b, "f", "x".repeat(20_000_000)), usual(b), content, end(b)),
  (content, b) => of(b, field(b, "n".repeat(900_000), "x"), usual(b), content, end(b)),
  (content, b) => of(b, ...Array.from({ length: 5 }, () => joined(usual(b), content, latin("\r\n"))), end(b)),
  (content, b, random) =>
    of(
      b,
      field(b, random.pick(["__proto__", "constructor", "toString", "file", "hasOwnProperty"]), "x"),
      usual(b),
      content,
      end(b),
    ),
  (content, b, random) =>
    of(
      b,
      bytesOf(
        `--${b}\r\n${disposition("a.pdf", random.pick(["__proto__", "constructor", "", "other", "file[]"]))}${typed("application/pdf")}`,
      ),
      content,
      end(b),
    ),
  // a part without a name of its file
  (content, b) =>
    of(
      b,
      bytesOf(`--${b}\r\nContent-Disposition: form-data; name="file"\r\n${typed("application/octet-stream")}`),
      content,
      end(b),
    ),
  (content, b) => of(b, bytesOf(`--${b}\r\n${typed("application/octet-stream")}`), content, end(b)),
  (content, b) =>
    of(
      b,
      bytesOf(`--${b}\r\nContent-Disposition: attachment; filename="a.pdf"\r\n${typed("application/octet-stream")}`),
      content,
      end(b),
    ),
  // heads without number and without end
  (content, b) => of(b, usual(b, "X-A: b\r\n".repeat(30_000)), content, end(b)),
  (content, b) => of(b, usual(b, `X-A: ${"b".repeat(2_000_000)}\r\n`), content, end(b)),
  (content, b) => of(b, usual(b, "Content-Transfer-Encoding: base64\r\n"), content, end(b)),
  (content, b) => of(b, usual(b, "Content-Length: 3\r\n"), content, end(b)),
  // its border inside the content, again and again
  (content, b) => of(b, usual(b), latin(`\r\n--${b.slice(0, -1)}`.repeat(50_000)), content, end(b)),
  (content, b) => of(b, usual(b), latin("\r\n-".repeat(300_000)), content, end(b)),
  // lengths that lie
  (content, b) => ({ ...of(b, usual(b), content, end(b)), length: 40_000_000 }),
  (content, b) => ({ ...of(b, usual(b), content, end(b)), length: 200 }),
  (content, b) => ({ ...of(b, usual(b), content, end(b)), length: 0 }),
  (content, b) => ({ ...of(b, usual(b), content, end(b)), length: 999_999_999_999 }),
  (content, b) => ({ ...of(b, usual(b), content, end(b)), length: content.length }),
];

export const envelopes: Maker = (random) => {
  const wrap = random.pick(WRAPS);
  return { name: "план.pdf", bytes: random.pick([PLAN, TEXT]), wrap: (content, b) => wrap(content, b, random) };
};
