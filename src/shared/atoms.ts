import { z } from "zod";
import { parseLocalDate, type LocalDate } from "./local-date.ts";

/** zod atoms that contracts of any slice are built of; their messages are Russian sentences shown beside the field. */
export const id = z.uuid("Неверный указатель записи.").transform((text) => text.toLowerCase());

/** PostgreSQL holds no NUL in a text; it comes only from a damaged paste, so it is dropped. */
const plain = (text: string) => text.normalize("NFC").replaceAll("\u0000", "").trim();

export const localDateField = z.string().transform((text, context): LocalDate => {
  const date = parseLocalDate(text);
  if (date) return date;
  context.addIssue({ code: "custom", message: "Такого дня нет в календаре. Укажите дату в виде 14.10.2026." });
  return z.NEVER;
});

/** Text of one line, 1…`max` characters after trimming; stored NFC. */
export const line = (max: number, empty = "Заполните это поле.") =>
  z
    .string()
    .transform((text) => plain(text))
    .pipe(z.string().min(1, empty).max(max, `Не длиннее ${max} знаков.`));

/** Text of several lines, 0…`max` characters; stored NFC. */
export const prose = (max: number) =>
  z
    .string()
    .transform((text) => plain(text))
    .pipe(z.string().max(max, `Не длиннее ${max} знаков.`));

/** The row's version as read; a stale one is refused. */
export const version = z.int().min(1);
