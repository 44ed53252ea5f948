import { ACTIVE_MARK, bytesOf, joined, latin, type Maker } from "./hostile-file.ts";

const NAMES = [
  "приказ.docx",
  "справка.pdf",
  "снимок.png",
  "список.xlsx",
  "текст.txt",
  "приказ.pdf.exe",
  "приказ.exe.pdf",
  "index.html",
  "приказ",
  ".htaccess",
  "приказ.docx ",
  "a.php",
  "web.config",
];

/** Programs, pages and scripts under innocent names, and pages saved by office programs with something in them. */
export const disguised: readonly Maker[] = [
  // programs
  (random) => {
    const head = random.pick([
      "MZ\u0090\0\u0003\0\0\0",
      "\u007fELF\u0002\u0001\u0001\0",
      "\u00ca\u00fe\u00ba\u00be\0\0\0\u0034",
      "\u00cf\u00fa\u00ed\u00fe\u0007\0\0\u0001",
      "dex\n035\0",
      "L\0\0\0\u0001\u0014\u0002\0",
      "\0asm\u0001\0\0\0",
      "ITSF\u0003\0\0\0",
      "!<arch>\n",
      "#!/bin/sh\n",
      "\u00ef\u00bb\u00bf#!/bin/sh\n",
    ]);
    const bytes = joined(
      latin(head),
      Uint8Array.from({ length: random.int(3000) }, () => random.int(256)),
    );
    return { name: random.pick(NAMES), bytes, active: true };
  },
  // scripts and settings as text
  (random, { canary, web }) => {
    const words = random.pick([
      `#!/bin/sh\ntouch ${canary}\n`,
      `@echo off\r\ntype nul > ${canary}`,
      `<?php file_put_contents('${canary}', 1); ?>`,
      `<%@ page import="java.io.*" %>`,
      `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\a]`,
      `[InternetShortcut]\r\nURL=${web}\r\nIconFile=\\\\127.0.0.1\\a`,
      `Set a = CreateObject("WScript.Shell"): a.Run "calc"`,
      `powershell -enc ${"QQ".repeat(50)}`,
      `${"a\n".repeat(6000)}#!/bin/sh\ntouch ${canary}`,
      `\u0000#!/bin/sh\ntouch ${canary}`,
      `BEGIN:VCALENDAR\r\nATTACH:${web}\r\nEND:VCALENDAR`,
    ]);
    return { name: random.pick(NAMES), bytes: bytesOf(words), active: true };
  },
  // pages that do something
  (random, { web, file }) => {
    const act = random.pick([
      `<script>${ACTIVE_MARK}()</script>`,
      `<img src=x onerror=${ACTIVE_MARK}()>`,
      `<svg/onload=${ACTIVE_MARK}()>`,
      `<a href="java\tscript:${ACTIVE_MARK}()">а</a>`,
      `<iframe srcdoc="&lt;script&gt;${ACTIVE_MARK}()&lt;/script&gt;"></iframe>`,
      `<meta http-equiv="refresh" content="0;url=${web}">`,
      `<object data="${file}"></object>`,
      `<form action="${web}"><input name=a></form>`,
      `<base href="${web}">`,
      `<link rel=stylesheet href="${web}/a.css"><img src="${web}/i.png">`,
      `<style>@import "${web}/b.css"; a{background:url(${web}/c.png)}</style>`,
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${ACTIVE_MARK}()&gt;">`,
      `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${ACTIVE_MARK}()</x:script>`,
      `<xml><w:binData w:name="editdata.mso">QWN0aXZlTWltZQ</w:binData></xml>`,
    ]);
    const page = `<html><head><title>План</title></head><body><table><tr><td>Мероприятие</td><td>Срок</td></tr><tr><td>Опрос${act}</td><td>май 2026</td></tr></table></body></html>`;
    const spelled = random.pick([
      bytesOf(page),
      new Uint8Array(Buffer.from(`\ufeff${page}`, "utf16le")),
      bytesOf(page.toUpperCase()),
      bytesOf(`\n\n${" ".repeat(9000)}${page}`),
      latin(`+ADw-script+AD4-${ACTIVE_MARK}()`),
      bytesOf(page.replace(/</g, "<\u0000")),
    ]);
    return { name: random.pick(NAMES), bytes: spelled, active: true };
  },
  // letters with pages in them
  (random, { web }) => {
    const part = `Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${random.pick(["quoted-printable", "base64", "8bit", "x"])}\r\nContent-Location: ${web}/a.htm\r\n\r\n<html><body><img src="${web}/i.png"><table><tr><td>План</td></tr></table></body></html>`;
    const bound = random.pick(["b", "", "b".repeat(5000)]);
    const nested = `Content-Type: multipart/related; boundary="${bound}"\r\n\r\n--${bound}\r\n`.repeat(
      random.pick([1, 50, 3000]),
    );
    return {
      name: random.pick(["план.mht", "план.doc", "план.txt"]),
      bytes: bytesOf(`MIME-Version: 1.0\r\n${nested}${part}\r\n--${bound}--`),
      active: true,
    };
  },
  // pages that take long to understand
  (random) => {
    const odd = random.pick([
      "<table>".repeat(200_000),
      "<td colspan=999999999 rowspan=999999999>а".repeat(20_000),
      "<a b='".repeat(200_000),
      "<!--".repeat(200_000),
      "&".repeat(900_000),
      "<p onx".repeat(150_000),
      `<${"a-".repeat(400_000)}`,
      "<ol start=-2147483648><li>".repeat(50_000),
      "<span style='".repeat(100_000),
      " on".repeat(300_000),
      `${" onabc".padEnd(900_000, " ")}x`,
    ]);
    return { name: random.pick(["план.html", "план.txt"]), bytes: bytesOf(`<html><body>${odd}`) };
  },
  // texts that take long to understand
  (random) => {
    const odd = random.pick([
      "\t".repeat(900_000),
      "1.".repeat(400_000),
      "|".repeat(900_000),
      "а\t".repeat(400_000),
      `${"я".repeat(400_000)}!`,
      "до 31.02.2026 ".repeat(60_000),
      "№ п/п\n".repeat(100_000),
      "\n".repeat(900_000),
      "\u202e\u2066".repeat(200_000),
      "a\u0301".repeat(300_000),
      "не реже 1 раза в ".repeat(30_000),
    ]);
    return { name: "план.txt", bytes: bytesOf(odd) };
  },
  // nothing, and next to nothing
  (random) => ({
    name: random.pick(NAMES),
    bytes: random.pick([
      new Uint8Array(),
      ...[
        "\0",
        "P",
        "%",
        "<",
        "{",
        "\u00ff",
        " ",
        "PK",
        "%PDF",
        "\u00d0\u00cf\u0011\u00e0",
        "\u00ff\u00d8\u00ff",
        "{\\rtf",
      ].map(latin),
    ]),
  }),
  // larger than may be
  (random) => {
    const size = 30 * 1024 * 1024 + random.pick([-1, 0, 1, 2, 100_000]);
    const bytes = new Uint8Array(size).fill(0x41);
    bytes.set(latin(random.pick(["%PDF-1.4\n", "PK\u0003\u0004", "AAAA", "\u00ff\u00d8\u00ff\u00e0", "<html>"])));
    return { name: random.pick(NAMES), bytes };
  },
];
