import { expect, it } from "vitest";
import { detailInWords } from "./detail-words.ts";

it.each([
  ["programme.start", {}, null],
  ["programme.withdraw", { reason: "Приказ отменён" }, "Приказ отменён"],
  ["person.destroy", { reason: "consent_withdrawn" }, "Отзыв согласия на обработку (152-ФЗ, статья 21, часть 5)"],
  ["obligation.replan", { added: 2, moved: 1 }, "Добавлено 2 отчёта, перенесено 1 срок"],
  ["session.open", { by: ["password", "code"] }, "По паролю с кодом"],
])("the entry of %s with %j says %s", (action, detail, words) => {
  expect(detailInWords(action, detail)?.replace(/\u00a0/g, " ") ?? null).toBe(words);
});
