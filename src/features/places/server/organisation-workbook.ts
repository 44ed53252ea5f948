import type { z } from "zod";
import type { RawReply, UseCaseContext } from "#platform/http/route.ts";
import type { OrganisationQuery } from "../model/contract.ts";
import { DESIGNATION_NAME, ORGANISATION_KIND_NAME } from "../model/words.ts";
import { organisationRows } from "./list-organisations.ts";
import { listWorkbook, sheetDay } from "./sheet-file.ts";

/** The first seven are those of the sheet that is loaded (`organisation-sheet.ts`): a corrected book can be loaded back. */
const COLUMNS = [
  { title: "Полное название", width: 44 },
  { title: "Краткое название", width: 22 },
  { title: "Вид", width: 18 },
  { title: "ИНН", width: 13 },
  { title: "Адрес", width: 32 },
  { title: "Телефон", width: 18 },
  { title: "Почта", width: 24 },
  { title: "Статус", width: 16 },
  { title: "Людей", width: 8 },
  { title: "Закрыта с", width: 12 },
];

/** The list as it is filtered, all of it. */
export async function organisationWorkbook(
  context: UseCaseContext,
  query: z.output<typeof OrganisationQuery>,
): Promise<RawReply> {
  const { rows } = await organisationRows(context, { ...query, view: "whole" });
  return listWorkbook(
    "Организации",
    COLUMNS,
    rows.map((row) => [
      row.name,
      row.short_name,
      ORGANISATION_KIND_NAME[row.kind],
      row.inn,
      row.address,
      row.phone,
      row.email,
      row.designations.map((kind) => DESIGNATION_NAME[kind].short).join(", "),
      row.people,
      sheetDay(row.closed_on),
    ]),
  );
}
