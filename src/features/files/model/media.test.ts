import { describe, expect, it } from "vitest";
import { biff, ole } from "../../../../test/support/ole-builder.ts";
import { mediaTypeOf, opensInline } from "./media.ts";
import { oleEntries } from "./ole-entries.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
const wide = (word: string) => [...word].map((letter) => `${letter}\0`).join("");
const oleText = (parts: Readonly<Record<string, Uint8Array | null>>) => String.fromCharCode(...ole(parts));
const BODY = new Uint8Array(10);

describe("what a file is, by its bytes", () => {
  it("an old document whose directory goes in a circle is read to the length of the file", () => {
    const circle = ole({ WordDocument: BODY });
    // what follows sector 1, where the directory begins, is sector 1
    new DataView(circle.buffer).setUint32(512 + 4, 1, true);
    const entries = oleEntries(circle);
    expect(entries!.length).toBeLessThanOrEqual(circle.length / 128);
  });

  it.each([
    ["nothing", "", "file-empty"],
    ["a program of Windows", "MZ\x90\0\x03\0\0\0", "file-program"],
    ["a program of Linux", "\x7fELF\x02\x01\x01\0", "file-program"],
    ["a program of Java", "\xca\xfe\xba\xbe\0\0\0\x34", "file-program"],
    ["a shortcut", "L\0\0\0\x01\x14\x02\0", "file-program"],
    ["an installer of Windows", oleText({ "!_StringData": BODY }), "file-program"],
    ["an application for telephones", "PK\x03\x04 AndroidManifest.xml", "file-program"],
    ["an archive with a program", "PK\x03\x04 setup.exe", "file-program"],
    ["an archive", "PK\x03\x04 a.txt", "file-archive"],
    ["a RAR", "Rar!\x1a\x07\x01\0", "file-archive"],
    ["a 7z", "7z\xbc\xaf\x27\x1c\0\x04", "file-archive"],
    ["a gzip", "\x1f\x8b\x08\0", "file-archive"],
    ["a tar", `${"a".repeat(257)}ustar\0`, "file-archive"],
    ["settings of the registry", "Windows Registry Editor Version 5.00\n", "file-program"],
    ["an address in a file", "[InternetShortcut]\nURL=http://a.example", "file-program"],
    ["a script of Windows", 'Set x = CreateObject("WScript.Shell")', "file-program"],
    ["a text with an archive behind it", `${"x".repeat(9000)}\nPK\x05\x06${"\0".repeat(18)}`, "file-mixed"],
    ["a GIF that is a script too", "GIF89a=1;alert(1)//\0\0", "file-kind"],
    ["a workbook with macros of Excel 4", "PK\x03\x04 xl/workbook.xml xl/macrosheets/sheet1.xml", "file-macro"],
    ["a Word document with macros", "PK\x03\x04 word/document.xml word/vbaProject.bin", "file-macro"],
    ["a workbook with macros", "PK\x03\x04 xl/workbook.xml xl/vbaProject.bin", "file-macro"],
    [
      "an OpenDocument text with macros",
      "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text Basic/script-lb.xml",
      "file-macro",
    ],
    [
      "an old Word document with macros",
      oleText({ WordDocument: BODY, Macros: null, _VBA_PROJECT: BODY }),
      "file-macro",
    ],
    ["an old workbook with macros of Excel 4", oleText({ Workbook: biff(1) }), "file-macro"],
    ["a locked document", oleText({ EncryptedPackage: BODY }), "file-locked"],
    ["an old document cut short", oleText({ WordDocument: BODY }).slice(0, 900), "file-damaged"],
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
    ["a shell script", "#!/bin/sh\nrm -rf /", "file-program"],
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
    [oleText({ WordDocument: BODY }), "application/msword"],
    // the words of a document may speak of macros
    [oleText({ WordDocument: bytes(wide("_VBA_PROJECT Macros")) }), "application/msword"],
    [oleText({ Workbook: biff(0) }), "application/vnd.ms-excel"],
    ["MZ. Plan\n", "text/plain; charset=utf-8"],
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
      expect(mediaTypeOf(bytes("\x90\0\x03\0"), name)).toEqual({ ok: false, refusal: "file-damaged" });
    },
  );

  it("opens inside the window only papers and photographs", () => {
    expect(["application/pdf", "image/png"].every(opensInline)).toBe(true);
    expect(["text/plain; charset=utf-8", "application/msword", "image/svg+xml"].some(opensInline)).toBe(false);
  });
});
