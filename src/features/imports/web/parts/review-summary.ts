import { counted } from "#domain/russian/plural.ts";
import type { ImportDocument, Review } from "../../model/view.ts";

/** Under the name of a document: «37 мероприятий в 6 разделах, 2 таблицы из 3». */
export function reviewSummary(review: Review, document: ImportDocument): string {
  if (document.tables.length === 0) {
    return `таблиц с мероприятиями нет, ${counted(review.texts, ["раздел", "раздела", "разделов"])} текста`;
  }
  const chosen = document.tables.filter(({ key }) => review.settings.tables.includes(key));
  const sections = chosen.reduce((sum, table) => sum + table.sections, 0);
  const parts = [counted(review.rows.length, ["мероприятие", "мероприятия", "мероприятий"])];
  if (sections > 0) parts.push(`в ${counted(sections, ["разделе", "разделах", "разделах"])}`);
  const all = document.tables.length;
  const outOf = chosen.length < all ? ` из\u00A0${all}` : "";
  const tables = all > 1 ? `, ${counted(chosen.length, ["таблица", "таблицы", "таблиц"])}${outOf}` : "";
  return `${parts.join(" ")}${tables}`;
}
