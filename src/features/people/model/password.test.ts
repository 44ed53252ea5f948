import { describe, expect, it } from "vitest";
import { isEasilyGuessed } from "./password.ts";

describe("a password that is tried first", () => {
  it.each([
    "1234567890",
    "0987654321",
    "qwertyuiop",
    "qwerty12345",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "q1w2e3r4t5y6",
    "159753qwerty",
    "147852369q",
    "1029384756",
    "+7 916 123-45-67",
    "89161234567",
    "01.09.1985",
    "йцукенгшщз",
    "zxcvbnm123",
    "password123",
    "Password2024!",
    "P@ssw0rd2024",
    "пароль12345",
    "gfhjkm12345",
    "Пароль2024!!",
    "любовьлюбовь",
    "k.,jdmk.,jdm",
    "наташа1985!",
    "yfnfif1985!",
    "Москва2024!!",
    "спартакчемпион",
    "iloveyou2010",
    "aaaaaaaaaa",
    "abcabcabcabc",
    "1212121212",
    "qwertyqwerty",
    "admin@admin1",
    "администратор1",
    "Sergey1980!!",
    "abcdefghij",
    "абвгдежзий",
    "Ориентир2024",
    "Jhbtynbh2024",
    "школа№1234567",
    "direktor2024",
  ])("%s", (password) => expect(isEasilyGuessed(password)).toBe(true));

  it.each([
    ["vetrova2021!", ["vetrova@example.test"]],
    ["Vetrova.na2021", ["vetrova.na@example.test"]],
    ["sosh3-lesnoy1", ["sosh3-lesnoy"]],
  ])("%s, for its own login", (password, context) => {
    expect(isEasilyGuessed(password, context)).toBe(true);
    expect(isEasilyGuessed(password, ["someone-else@example.test"])).toBe(false);
  });
});

describe("a password that is taken", () => {
  it.each([
    "правильный пароль",
    "пять добрых слов",
    "четыре простых слова",
    "длинный пароль для пробы",
    "кот сел на тёплый забор",
    "correct horse battery staple",
    "Tr0ub4dour&3x",
    "k7Vq-mZp2-xR4t",
    "сиреневый трамвай едет",
    "8f3a1c9e7b2d",
  ])("%s", (password) => expect(isEasilyGuessed(password, ["p1@example.test"])).toBe(false));
});
