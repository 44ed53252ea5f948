import { describe, expect, it } from "vitest";
import { mediaTypeOf, opensInline } from "./media.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
const wide = (word: string) => [...word].map((letter) => `${letter}\0`).join("");
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

describe("what a file is, by its bytes", () => {
  it.each([
    ["nothing", "", "file-empty"],
    ["a program", "MZ\x90\0\x03\0\0\0", "file-kind"],
    ["an unknown archive", "PK\x03\x04 setup.exe", "file-kind"],
    ["a Word document with macros", "PK\x03\x04 word/document.xml word/vbaProject.bin", "file-macro"],
    ["a workbook with macros", "PK\x03\x04 xl/workbook.xml xl/vbaProject.bin", "file-macro"],
    [
      "an OpenDocument text with macros",
      "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text Basic/script-lb.xml",
      "file-macro",
    ],
    ["an old Word document with macros", `${OLE}${wide("WordDocument")}${wide("_VBA_PROJECT")}`, "file-macro"],
    ["a locked document", `${OLE}${wide("EncryptedPackage")}`, "file-locked"],
    ["a page with a script far below", `<!DOCTYPE html><p>${"x".repeat(9000)}</p><script>1</script>`, "file-macro"],
    ["a page that answers a click", '<html><p class=a onclick="go()">x</p>', "file-macro"],
    ["a page that leads away", '<html><meta http-equiv="refresh" content="0">', "file-macro"],
    ["a script of a page that is XML", '<?xml version="1.0"?><a xmlns:h="h"><h:script>1</h:script></a>', "file-macro"],
    ["a flat OpenDocument with macros", "<office:document><ooo:source-code>Sub A</ooo:source-code>", "file-macro"],
    [
      "a page of Word with macros",
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Location: editdata.mso\n",
      "file-macro",
    ],
    [
      "a page of Word with macros under another name",
      "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nQWN0aXZlTWltZQAAAfAEAAAA",
      "file-macro",
    ],
    ["a script in a link", "<a href='javascript:go()'>x</a>", "file-macro"],
    ["a script in two bytes a letter", `\xff\xfe${wide("<script>1</script>")}`, "file-macro"],
    ["a drawing with scripts", '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "file-macro"],
    ["a shell script", "#!/bin/sh\nrm -rf /", "file-macro"],
  ])("refuses %s", (_what, text, refusal) => {
    expect(mediaTypeOf(bytes(text), "file")).toEqual({ ok: false, refusal });
  });

  it.each([
    ["%PDF-1.7\n", "application/pdf"],
    ["\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"],
    ["\x89PNG\r\n\x1a\n", "image/png"],
    ["PK\x03\x04 word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["PK\x03\x04 xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["PK\x03\x04xxxxmimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"],
    [`${OLE}${wide("WordDocument")}`, "application/msword"],
    ["{\\rtf1 text}", "application/rtf"],
    ["<!DOCTYPE html><p>x</p>", "text/plain; charset=utf-8"],
    ["<office:document><office:scripts><office:script/></office:scripts>", "text/plain; charset=utf-8"],
    [`\xff\xfe${wide("x")}`, "text/plain; charset=utf-8"],
    ["\xd0\x9f\xd1\x80\xd0\xb8\xd0\xba\xd0\xb0\xd0\xb7", "text/plain; charset=utf-8"],
  ])("takes %j", (text, type) => {
    expect(mediaTypeOf(bytes(text), "file")).toEqual({ ok: true, value: type });
  });

  it.each(["План.pdf", "Фото.JPG", "Карта.docx"])(
    "bytes that are nothing known, called %s, are a damaged file",
    (name) => {
      expect(mediaTypeOf(bytes("MZ\x90\0\x03\0"), name)).toEqual({ ok: false, refusal: "file-damaged" });
    },
  );

  it("opens inside the window only papers and photographs", () => {
    expect(["application/pdf", "image/png"].every(opensInline)).toBe(true);
    expect(["text/plain; charset=utf-8", "application/msword", "image/svg+xml"].some(opensInline)).toBe(false);
  });
});
