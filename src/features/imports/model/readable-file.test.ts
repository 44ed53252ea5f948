import { expect, it } from "vitest";
import { unreadableFile } from "./readable-file.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const PICTURE = bytes("\x89PNG\r\n\x1a\n0000");
const NOISE = bytes("\x01\x02\x03\x04\xff");

it.each([
  ["План.png", PICTURE, /^Это изображение/],
  ["План.doc", PICTURE, /^Это изображение/],
  ["План.pdf", NOISE, /^Файл повреждён, или это не тот документ/],
  ["План.pdf", bytes("this is no paper"), /^Файл повреждён, или это не тот документ/],
  ["План.docx", bytes("PK\x03\x04a.txt"), /^Файл повреждён, или это не тот документ/],
  ["План.bin", NOISE, /^Это не документ/],
  ["План.pptx", bytes("PK\x03\x04ppt/presentation.xml"), /^Это презентация/],
  ["План.docm", bytes("PK\x03\x04word/document.xml word/vbaProject.bin"), /макросы/],
])("%s is refused by what it is, and no photograph is promised", (name, inside, says) => {
  expect(unreadableFile(inside, name)).toMatch(says);
  expect(unreadableFile(inside, name)).not.toMatch(/фото/);
});

it.each([
  ["План.pdf", "%PDF-1.7"],
  ["План.doc", "{\\rtf1 text}"],
  ["План.txt", "1. Meeting"],
  ["План.docx", "PK\x03\x04word/document.xml"],
])("%s may be tried", (name, inside) => {
  expect(unreadableFile(bytes(inside), name)).toBeUndefined();
});
