import { expect, it } from "vitest";
import { openDocument } from "./open-document.ts";

const WORD = "<html xmlns:w='urn:x'><body><p>План</p><table><tr><td>Опрос</td><td>май</td></tr></table></body></html>";
const part = (headers: string, body: string): string => `------=_x\r\n${headers}\r\n\r\n${body}\r\n`;
const file = (...parts: string[]): Uint8Array =>
  new TextEncoder().encode(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_x"\r\n\r\n${parts.join("")}------=_x--\r\n`,
  );
/** Every sign but plain letters as its number, and lines cut wherever twenty signs are full. */
const quoted = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) =>
      byte < 0x20 || byte > 0x7e || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
        : String.fromCharCode(byte),
    )
    .map((sign, at) => (at % 20 === 19 ? `${sign}=\r\n` : sign))
    .join("");
const picture = part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "iVBORw0KGgo=");
const cp1251 = Buffer.from([0xcf, 0xeb, 0xe0, 0xed]);

it.each([
  [
    "quoted-printable",
    file(
      picture,
      part(
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable',
        quoted(Buffer.from(WORD)),
      ),
    ),
  ],
  [
    "base64",
    file(
      part(
        "Content-Type: text/html;\r\n\tcharset=utf-8\r\nContent-Transfer-Encoding: base64",
        Buffer.from(WORD).toString("base64"),
      ),
    ),
  ],
  ["plain bytes without a charset", file(part("Content-Type: text/html", WORD))],
])("a page in one file, %s, opens under the name of a Word file", async (_name, bytes) => {
  expect(await openDocument(bytes, "план.doc")).toMatchObject({
    value: { blocks: [{ text: "План" }, { kind: "table", rows: 1, columns: 2 }] },
  });
});

it("knows the old Windows code page by the words of its part", async () => {
  const bytes = file(
    part(
      "Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable",
      `<p>${quoted(cp1251)}</p>`,
    ),
  );
  expect(await openDocument(bytes, "план.mht")).toMatchObject({ value: { blocks: [{ text: "План" }] } });
});

it("a page as such opens under the name of a Word file", async () => {
  expect(await openDocument(new TextEncoder().encode(WORD), "план.doc")).toMatchObject({
    value: { blocks: [{ text: "План" }, { kind: "table" }] },
  });
});

it("a file of parts without a page is refused", async () => {
  expect(await openDocument(file(picture), "план.mht")).toMatchObject({ refusal: { code: "office-damaged" } });
});
