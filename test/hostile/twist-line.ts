import type { Random } from "../fuzz/random.ts";
import { spoilBytes } from "../fuzz/spoil-bytes.ts";
import type { Sent } from "./send.ts";

const TYPES = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  `multipart/form-data; boundary=${"b".repeat(300)}`,
  "application/json; charset=utf-16",
  "application/json; charset=koi8-r",
  "application/xml",
  "application/json, text/html",
  "APPLICATION/JSON",
  "text/html",
  "*/*",
  ";",
  "application/graphql",
];

/** The request with what stands around its body hurt: kind, method, headers. */
export function twistLine(sent: Sent, random: Random): Sent {
  const headed = (headers: Readonly<Record<string, string>>): Sent => ({
    ...sent,
    headers: { ...sent.headers, ...headers },
  });
  switch (random.int(14)) {
    case 0:
    case 1:
    case 2:
      return { ...headed({ "content-type": random.pick(TYPES) }), body: sent.body ?? Buffer.from("a=1&b=2") };
    case 3:
      return {
        ...sent,
        method: random.pick(["HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "PROPFIND", "LOCK"]),
      };
    case 4:
      return headed({
        "x-http-method-override": "DELETE",
        "x-method-override": "PUT",
        "x-original-url": "/api/people",
      });
    case 5:
      return headed({
        "idempotency-key": random.pick(["a", "ключ".repeat(3) && "%00".repeat(9), "k".repeat(80), "k".repeat(4000)]),
      });
    case 6:
      return headed({
        cookie: random.pick([
          "orientir_session=",
          "orientir_session=x; orientir_session=y",
          "a=%00; =; ;;",
          "x".repeat(9000),
        ]),
      });
    case 7:
      return headed({
        authorization: random.pick([
          "Bearer",
          "Bearer  ",
          "Basic YWRtaW46YWRtaW4=",
          `Bearer ${"x".repeat(6000)}`,
          "Bearer '; --",
        ]),
      });
    case 8:
      return headed({
        "x-forwarded-for": "127.0.0.1, ::1",
        "x-forwarded-proto": "https",
        "x-forwarded-host": "evil.example",
        host: random.pick(["evil.example", "localhost:99999", "["]),
      });
    case 9:
      return headed({
        "accept-encoding": "gzip;q=a",
        range: "bytes=0-1,5-,-1",
        "if-none-match": "*",
        "if-modified-since": "never",
      });
    case 10:
      return headed({ origin: "https://evil.example", "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" });
    case 11:
      return headed({ "content-encoding": random.pick(["gzip", "br", "deflate", "zip"]) });
    case 12:
      return {
        ...sent,
        path: random.pick([
          `/${sent.path}`,
          `${sent.path}/`,
          `/./${sent.path}`,
          sent.path.replace("/api", "/API"),
          `${sent.path}%00`,
          sent.path.replaceAll("/", "%2f"),
          `http://evil.example${sent.path}`,
        ]),
      };
    default:
      return headed({
        "transfer-encoding": "chunked",
        te: "trailers",
        connection: random.pick(["close", "upgrade"]),
        upgrade: "websocket",
      });
  }
}

const B = "hostile";

/** The request with a file in it; where hurt, the envelope or what is inside is broken. */
export function filePart(sent: Sent, content: Uint8Array | undefined, isHurt: boolean, random: Random): Sent {
  const whole = new Uint8Array(content ?? Buffer.from("№\tМероприятие\tСрок\n1\tОпрос\tмай 2026\n"));
  const inside = isHurt && random.oneIn(2) ? spoilBytes(whole, random) : whole;
  const name = random.pick([
    "план.xlsx",
    "",
    "../../etc/passwd",
    "a\u202ecod.exe",
    "я".repeat(3000),
    'a"; filename="b',
    "a%00.txt",
  ]);
  const head = (field: string, title: string) =>
    Buffer.from(
      `--${B}\r\nContent-Disposition: form-data; name="${field}"; filename="${title}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    );
  const end = Buffer.from(`\r\n--${B}--\r\n`);
  const headers = { ...sent.headers, "content-type": `multipart/form-data; boundary=${B}` };
  const of = (...parts: readonly Uint8Array[]): Sent => ({ ...sent, headers, body: Buffer.concat(parts) });
  if (!isHurt) return of(head("file", "план.xlsx"), inside, end);
  switch (random.int(8)) {
    case 0:
      return of(head("file", name), inside);
    case 1:
      return of(head("file", name), inside, Buffer.from("\r\n"), head("file", name), inside, end);
    case 2:
      return of(Buffer.from(`--${B}\r\nContent-Disposition: form-data; name="file"\r\n\r\nтекст`), end);
    case 3:
      return of(head("__proto__", name), inside, end);
    case 4:
      return of(Buffer.from(`--${B}\r\n${"X-A: b\r\n".repeat(3000)}\r\n`), inside, end);
    case 5:
      return of();
    case 6:
      return of(
        Buffer.from(
          Array.from(
            { length: 2000 },
            (_, n) => `--${B}\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\nx\r\n`,
          ).join(""),
        ),
        head("file", name),
        inside,
        end,
      );
    default:
      return of(head("file", name), inside, end);
  }
}
