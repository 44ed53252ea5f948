import { dateInDigits } from "#domain/russian/dates.ts";
import { fileNameOf } from "#shared/file-name.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { download, type RawReply, type UseCaseContext } from "#platform/http/route.ts";
import type { DocumentTree } from "#platform/render/document-tree.ts";
import { renderDocx } from "#platform/render/docx.ts";
import { renderXlsx } from "#platform/render/xlsx.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Register } from "../model/contract.ts";
import { periodInWords, RETENTION } from "../model/retention.ts";
import { DOCX, paragraph, table, XLSX } from "./paper-parts.ts";
import { readRegister } from "./read-register.ts";

/** «Перечень (реестр) обработок персональных данных» as a file. */
export async function registerDocument(
  context: UseCaseContext,
  territoryId: Id,
  format: "docx" | "xlsx",
): Promise<RawReply> {
  const register = await readRegister(context, territoryId);
  const tree = registerTree(register, context.clock.today(await timeZoneOf(context.tx, territoryId)));
  const content = format === "docx" ? await renderDocx(tree) : await renderXlsx(tree);
  return download(
    content,
    fileNameOf(`Реестр обработки персональных данных, ${register.operator.name}`, format),
    format === "docx" ? DOCX : XLSX,
  );
}

function registerTree(register: Register, today: LocalDate): DocumentTree {
  const { operator, everywhere } = register;
  return {
    title: "Реестр обработки персональных данных",
    page: { orientation: "landscape" },
    footer: `Составлено ${dateInDigits(today)} по данным программы «Ориентир»`,
    blocks: [
      paragraph(operator.name, "centred"),
      ...(operator.address ? [paragraph(operator.address, "centred")] : []),
      paragraph("РЕЕСТР", "title"),
      paragraph("обработки персональных данных в информационной системе «Ориентир»", "subtitle"),
      paragraph(
        `По состоянию на ${dateInDigits(today)} в системе хранятся данные о людях: ${register.people}.`,
        "line",
      ),
      paragraph(`Вид обработки: ${everywhere.kind}.`, "line"),
      paragraph(`Действия: ${everywhere.deeds}.`, "line"),
      paragraph(`Место: ${everywhere.place}.`, "line"),
      paragraph(`Передача: ${everywhere.transfer}.`, "line"),
      table(
        "Реестр",
        ["№", "Цель", "Чьи данные", "Категории данных", "Основание", "Срок", "Кому видны", "Поля базы данных"],
        [3, 16, 13, 12, 18, 20, 15, 13],
        register.rows.map((row, at) => [
          at + 1,
          row.purpose,
          row.people,
          row.categories,
          row.basis,
          row.kept.join("\n"),
          row.seenBy,
          row.columns.join(", "),
        ]),
        "Ответственный за организацию обработки персональных данных    ____________________    ____________________",
      ),
      paragraph("Сроки хранения", "heading"),
      table(
        "Сроки хранения",
        ["Данные", "Срок", "С чего считать", "Откуда срок", "Что потом"],
        [8, 3, 7, 10, 5],
        Object.values(RETENTION).map((rule) => [
          rule.title,
          periodInWords(rule.days),
          rule.since,
          rule.source,
          rule.ending === "purged" ? "удаляется программой" : "решает администратор",
        ]),
      ),
      ...(register.missing.length > 0
        ? [paragraph("В базе есть поля, которых реестр ещё не называет: сообщите разработчику.", "note")]
        : []),
    ],
  };
}
