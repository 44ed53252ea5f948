import { zipSync, strToU8 } from "fflate";
import { dateInDigits } from "#domain/russian/dates.ts";
import { fileNameOf } from "#shared/file-name.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { download, type RawReply, type UseCaseContext } from "#platform/http/route.ts";
import type { Block, DocumentTree } from "#platform/render/document-tree.ts";
import { renderDocx } from "#platform/render/docx.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Held } from "../model/contract.ts";
import { EVERYWHERE, PROCESSING } from "../model/processing.ts";
import { paragraph, table } from "./paper-parts.ts";

/** Everything held about a person, to be taken away: a Word document to read and the same as JSON, in one archive. */
export async function heldArchive(context: UseCaseContext, territoryId: Id, held: Held): Promise<RawReply> {
  const today = context.clock.today(await timeZoneOf(context.tx, territoryId));
  const document = await renderDocx(heldTree(held, today));
  const archive = zipSync({
    "Мои данные.docx": document,
    "data.json": strToU8(JSON.stringify({ madeOn: today, ...held }, null, 2)),
  });
  return download(archive, fileNameOf(`Персональные данные, ${held.person.fullName}`, "zip"), "application/zip");
}

function heldTree(held: Held, today: LocalDate): DocumentTree {
  return {
    title: "Сведения о персональных данных",
    footer: `Составлено ${dateInDigits(today)} по данным программы «Ориентир»`,
    blocks: [
      paragraph(held.operator.name, "centred"),
      ...(held.operator.address ? [paragraph(held.operator.address, "centred")] : []),
      paragraph("СВЕДЕНИЯ", "title"),
      paragraph("о персональных данных, которые хранятся в информационной системе «Ориентир»", "subtitle"),
      paragraph(`Кому: ${held.person.fullName}`, "line"),
      paragraph(`Номер телефона: ${held.person.phone || "не указан"}`, "line"),
      paragraph(`По состоянию на ${dateInDigits(today)}`, "line"),
      paragraph("Зачем и на каком основании (152-ФЗ, статья 14, часть 7)", "heading"),
      table(
        "Цели",
        ["Цель", "Основание", "Кому видны"],
        [5, 6, 5],
        PROCESSING.map((one) => [one.purpose, one.basis, one.seenBy]),
      ),
      paragraph(`Действия: ${EVERYWHERE.deeds}. ${EVERYWHERE.transfer}.`),
      ...held.sections.flatMap((section): Block[] => [
        paragraph(`${section.title} (${section.total})`, "heading"),
        table(
          section.title,
          section.heads,
          section.heads.map(() => 1),
          section.rows,
        ),
      ]),
    ],
  };
}
