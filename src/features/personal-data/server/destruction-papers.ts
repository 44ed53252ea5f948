import { dateInDigits, dateInWords } from "#domain/russian/dates.ts";
import { fileNameOf } from "#shared/file-name.ts";
import { commonProblem } from "#shared/problem.ts";
import { addYears, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import { download, type RawReply, type UseCaseContext } from "#platform/http/route.ts";
import type { Block, DocumentTree } from "#platform/render/document-tree.ts";
import { renderDocx } from "#platform/render/docx.ts";
import { fullName } from "#features/people/model/names.ts";
import { CATEGORIES, inOneSentence, type Category } from "../model/categories.ts";
import type { DestructionView } from "../model/contract.ts";
import { DESTRUCTION_REASONS, type DestructionReason } from "../model/destruction.ts";
import { keepsPersonalData } from "../model/policy.ts";
import { pseudonymOf } from "../model/pseudonym.ts";
import type { Erased } from "./erase-values.ts";
import { operatorOf } from "./operator.ts";
import { DOCX, paragraph, table } from "./paper-parts.ts";

const KEPT_YEARS = 3;
const SYSTEM = "Информационная система «Ориентир»";
const WAY =
  "Значения в базе данных стёрты и заменены обозначением, не позволяющим установить человека; учётные данные, входы, ссылки и ключи удалены; восстановление средствами системы невозможно";

export interface KeptDestruction {
  readonly id: Id;
  readonly territoryId: Id;
  readonly personId: Id;
  readonly onDay: LocalDate;
  readonly reason: DestructionReason;
  readonly basis: string;
  readonly erased: readonly Erased[];
  readonly copiesUntil: LocalDate | null;
  readonly madeBy: { readonly name: string; readonly position: string };
}

/** Acts of a territory, newest first. */
export async function listDestructions(
  context: UseCaseContext,
  territoryId: Id,
): Promise<{ items: DestructionView[] }> {
  if (!keepsPersonalData(context.actor, territoryId)) throw commonProblem("not-found");
  const rows = await destructions(context, territoryId);
  return {
    items: rows.map((row) => ({
      id: row.id,
      onDay: row.onDay,
      keepUntil: addYears(row.onDay, KEPT_YEARS),
      reason: DESTRUCTION_REASONS[row.reason],
      basis: row.basis,
      pseudonym: pseudonymOf(row.personId),
      madeBy: row.madeBy.name,
      cells: row.erased.reduce((sum, one) => sum + one.count, 0),
    })),
  };
}

async function destructions({ tx }: UseCaseContext, territoryId: Id, id?: Id): Promise<KeptDestruction[]> {
  const rows = await tx
    .selectFrom("destruction as d")
    .innerJoin("person as p", "p.id", "d.made_by")
    .where("d.territory_id", "=", territoryId)
    .$if(id !== undefined, (query) => query.where("d.id", "=", id!))
    .selectAll("d")
    .select(["p.family_name", "p.given_name", "p.patronymic"])
    .select((at) =>
      at
        .selectFrom("membership as m")
        .whereRef("m.person_id", "=", "d.made_by")
        .whereRef("m.from_on", "<=", "d.on_day")
        .select("m.position")
        .orderBy("m.from_on", "desc")
        .limit(1)
        .as("position"),
    )
    .orderBy("d.at", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    territoryId: row.territory_id,
    personId: row.person_id,
    onDay: row.on_day,
    reason: row.reason,
    basis: row.basis,
    erased: row.erased as readonly Erased[],
    copiesUntil: row.copies_until,
    madeBy: { name: fullName(row), position: row.position ?? "администратор системы" },
  }));
}

/**
 * The act of destruction or the extract from the journal, with what order № 179 of Roskomnadzor asks of each. `subject` is the person's
 * name: whoever prints writes it in, the program no longer knows it.
 */
export async function destructionPaper(
  context: UseCaseContext,
  territoryId: Id,
  id: Id,
  kind: "act" | "extract",
  subject: string,
): Promise<RawReply> {
  if (!keepsPersonalData(context.actor, territoryId)) throw commonProblem("not-found");
  const [made] = await destructions(context, territoryId, id);
  if (!made) throw commonProblem("not-found");
  const operator = await operatorOf(context.tx, territoryId);
  const noted = await context.tx
    .selectFrom("journal")
    .where("territory_id", "=", territoryId)
    .where("subject_id", "=", made.personId)
    .where("action", "=", "person.destroy")
    .select(["id", "at"])
    .executeTakeFirst();
  const who = subject || `____________________________________________ (запись системы ${made.personId})`;
  const tree = kind === "act" ? actTree(made, operator, who) : extractTree(made, who, noted);
  const words = kind === "act" ? "Акт об уничтожении персональных данных" : "Выгрузка из журнала об уничтожении";
  return download(await renderDocx(tree), fileNameOf(`${words} ${dateInDigits(made.onDay)}`, "docx"), DOCX);
}

/** Point 3 of the order: operator, whoever processed for them, person, who destroyed, categories, system, way, reason, day. */
function actTree(made: KeptDestruction, operator: { name: string; address: string }, subject: string): DocumentTree {
  const facts: [string, string][] = [
    ["Оператор", operator.name],
    ["Адрес оператора", operator.address || "____________________________________________"],
    [
      "Лицо, обрабатывающее данные по поручению оператора",
      "нет; если обработка поручена, впишите наименование и адрес: ____________________",
    ],
    ["Чьи персональные данные уничтожены", subject],
    ["Перечень категорий уничтоженных данных", categoriesOf(made)],
    ["Информационная система, из которой уничтожены данные", SYSTEM],
    ["Способ уничтожения", WAY],
    ["Причина уничтожения", `${DESTRUCTION_REASONS[made.reason]}; ${made.basis}`],
    ["Дата уничтожения", `${dateInWords(made.onDay)} года`],
    ["Лицо, уничтожившее данные", `${made.madeBy.name}, ${made.madeBy.position}`],
  ];
  return {
    title: "Акт об уничтожении персональных данных",
    footer: `Хранить не менее трёх лет, до ${dateInDigits(addYears(made.onDay, KEPT_YEARS))} (приказ Роскомнадзора от 28.10.2022 № 179, пункт 8)`,
    blocks: [
      paragraph(operator.name, "centred"),
      paragraph("АКТ", "title"),
      paragraph("об уничтожении персональных данных", "subtitle"),
      paragraph(`${dateInDigits(made.onDay)}    № ${made.id.slice(-12)}`, "line"),
      table("Акт", ["Сведения", "Содержание"], [2, 4], facts),
      paragraph("Что остаётся и что с резервными копиями", "heading"),
      paragraph(
        "Отчёты, решения по ним и файлы-подтверждения остаются служебными документами; вместо имени под ними стоит обозначение, по которому человека нельзя установить средствами системы. Имя, написанное в тексте такого документа, из него не вычёркивается.",
      ),
      paragraph(copiesWords(made)),
      paragraph(`${made.madeBy.position}    ____________________    ${made.madeBy.name}`),
      paragraph("К акту прилагается выгрузка из журнала регистрации событий.", "note"),
    ],
  };
}

function copiesWords({ copiesUntil }: KeptDestruction): string {
  return copiesUntil
    ? `Резервные копии, сделанные до этого дня, хранятся по настройке программы не дольше чем до ${dateInDigits(copiesUntil)}; они не используются для работы. Если база будет восстановлена из такой копии, уничтожение выполняется снова до начала работы.`
    : "Резервные копии, сделанные до этого дня, могут содержать уничтоженные данные; они не используются для работы и уничтожаются по сроку, установленному оператором: до ____________________. Если база будет восстановлена из такой копии, уничтожение выполняется снова до начала работы.";
}

function categoriesOf({ erased }: KeptDestruction): string {
  const sums = new Map<Category, number>();
  for (const { category, count } of erased) sums.set(category, (sums.get(category) ?? 0) + count);
  return inOneSentence([...sums].map(([category, count]) => `${CATEGORIES[category]} (записей: ${count})`));
}

/** Point 5 of the order: person, categories, system, reason, day; with the row of the journal they are taken from. */
function extractTree(made: KeptDestruction, subject: string, noted: { id: Id; at: Date } | undefined): DocumentTree {
  const rows = made.erased.map(({ column, category, count }) => [CATEGORIES[category], column, count] as const);
  const blocks: Block[] = [
    paragraph("ВЫГРУЗКА", "title"),
    paragraph("из журнала регистрации событий в информационной системе персональных данных", "subtitle"),
    paragraph(`Субъект персональных данных: ${subject}`, "line"),
    paragraph(SYSTEM, "line"),
    paragraph(`Причина уничтожения: ${DESTRUCTION_REASONS[made.reason]}; ${made.basis}`, "line"),
    paragraph(`Дата уничтожения: ${dateInWords(made.onDay)} года`, "line"),
    paragraph(
      noted
        ? `Запись журнала: ${noted.id}, ${noted.at.toISOString()} (всемирное время), событие person.destroy`
        : `Запись об уничтожении: ${made.id}`,
      "line",
    ),
    paragraph("Перечень категорий уничтоженных данных", "heading"),
    table("Уничтожено", ["Категория", "Поле или таблица базы данных", "Записей"], [5, 5, 2], rows),
    paragraph(`Выгрузил: ${made.madeBy.position}    ____________________    ${made.madeBy.name}`),
  ];
  return {
    title: "Выгрузка из журнала об уничтожении персональных данных",
    footer: "Приказ Роскомнадзора от 28.10.2022 № 179, пункты 2 и 5",
    blocks,
  };
}
