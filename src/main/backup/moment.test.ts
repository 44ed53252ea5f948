import { expect, it } from "vitest";
import { momentIn } from "./moment.ts";

const AT = new Date("2021-12-31T21:20:00Z");

it.each([
  ["Europe/Moscow", "1 января 2022 в 00:20 (Москва, МСК)"],
  ["Europe/Kaliningrad", "31 декабря 2021 в 23:20 (Калининград, МСК −1)"],
  ["Asia/Kamchatka", "1 января 2022 в 09:20 (Камчатка, МСК +9)"],
])("in %s a moment is told by its own clock and names it", (zone, told) => {
  expect(momentIn(zone, AT).replaceAll("\u00a0", " ")).toBe(told);
});

it.each([undefined, "Nowhere/Atall"])("in %s it is told by the clock of this computer, whose zone is named", (zone) => {
  expect(momentIn(zone, AT)).toMatch(/20[0-9]{2}\sв\s\d\d:20\s(UTC|GMT[+-]\d+)$/);
});
