import { linkIn, type ReportForm } from "./report-form.ts";

const ASKS_LINK = /(?<!\p{L})ссылк/iu;

/**
 * What the programme names as the document of a measure and the report plainly lacks: a link; null where nothing can be told for sure, for
 * an order, minutes or photographs may stand in any file. Never a reason to refuse. A link may stand in the text too.
 */
export function plainlyAbsent(expected: string, form: Pick<ReportForm, "links" | "text">): string | null {
  if (!ASKS_LINK.test(expected)) return null;
  const words = form.text.split(/[\s,;()«»]+/u).map((word) => word.replace(/[.!?]+$/u, ""));
  return [...form.links, ...words].some((typed) => linkIn(typed) !== null) ? null : "ссылки в отчёте нет";
}
