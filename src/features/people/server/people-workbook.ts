import type { z } from "zod";
import type { RawReply, UseCaseContext } from "#platform/http/route.ts";
import { listWorkbook, sheetDay } from "#features/places/server/public.ts";
import type { PeopleQuery } from "../model/people-contract.ts";
import { staffLines } from "../model/staff-lines.ts";
import { listPeople } from "./list-people.ts";

/** Titles of the sheet of staff that is loaded (`staff-row.ts`) where they mean the same. */
const COLUMNS = [
  { title: "Организация", width: 28 },
  { title: "Фамилия", width: 18 },
  { title: "Имя", width: 16 },
  { title: "Отчество", width: 18 },
  { title: "Должность", width: 32 },
  { title: "Работает с", width: 12 },
  { title: "По", width: 12 },
  { title: "Роль", width: 28 },
];

/** The list as it is filtered, all of it, a row for each position. Phones and logins stay on the person's own page. */
export async function peopleWorkbook(context: UseCaseContext, query: z.output<typeof PeopleQuery>): Promise<RawReply> {
  const { items } = await listPeople(context, { ...query, view: "whole" });
  return listWorkbook(
    "Люди",
    COLUMNS,
    items.flatMap((person) =>
      staffLines(person, query.organisationId ?? null).map((line) => [
        line.organisation,
        person.familyName,
        person.givenName,
        person.patronymic,
        line.position,
        sheetDay(line.from),
        sheetDay(line.to),
        line.roles.join(", "),
      ]),
    ),
  );
}
