import { printNumber } from "#domain/russian/plural.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { yearInWords } from "#features/programmes/model/occurrence-words.ts";
import type { YearKind } from "#features/programmes/model/words.ts";
import { addDays, type LocalDate } from "#shared/local-date.ts";
import type { ReportContent } from "./contract.ts";

/** What is expected of a report, from the obligations it answers. */
export interface Expected {
  readonly today: LocalDate;
  /** the earliest day any of its obligations opens */
  readonly opensOn: LocalDate;
  readonly obligations: readonly {
    readonly id: string;
    /** the document must leave a paper: «Отчётный документ» of its row */
    readonly needsEvidence: boolean;
    readonly plannedValues: readonly {
      readonly id: string;
      readonly year: number;
      readonly yearKind: YearKind;
      readonly label: string;
      readonly unit: "count" | "percent";
      readonly text: string;
    }[];
  }[];
}

const DAYS_BEFORE = 366;
const BORROWED = "Этот текст взят из прошлого отчёта. Поправьте его под этот срок или подтвердите, что всё так и было.";

/**
 * What keeps a report from being sent: field → Russian sentence, in the order of the form; empty when all is there. Fields: `text`,
 * `values.<obligation>.<planned value>.<year>`, `doneOn`, `evidence`, `reason`. The form and the server ask the same question.
 */
export function missingIn(content: ReportContent, expected: Expected): Record<string, string> {
  if (content.kind === "notApplicable")
    return content.reason.trim() === ""
      ? { reason: "Напишите, почему мероприятие к вам не относится: это увидит проверяющий." }
      : {};
  const missing: Record<string, string> = {};
  if (content.text.trim() === "") missing["text"] = "Напишите в двух-трёх предложениях, что сделано.";
  else if (content.basedOn && !content.basedOn.confirmed) missing["text"] = BORROWED;
  for (const obligation of expected.obligations)
    for (const planned of obligation.plannedValues) {
      const fault = valueFault(content, obligation.id, planned);
      if (fault) missing[`values.${obligation.id}.${planned.id}.${planned.year}`] = fault;
    }
  const { doneOn } = content;
  if (doneOn === null) missing["doneOn"] = "Укажите, когда мероприятие выполнено.";
  else if (doneOn > expected.today)
    missing["doneOn"] = "Эта дата ещё не наступила. Укажите день, когда мероприятие уже выполнено.";
  else if (doneOn < addDays(expected.opensOn, -DAYS_BEFORE))
    missing["doneOn"] = "Эта дата намного раньше срока мероприятия. Проверьте год.";
  if (content.evidence.length === 0 && expected.obligations.some((obligation) => obligation.needsEvidence))
    missing["evidence"] = "Приложите документ, который подтверждает мероприятие, или ссылку на него.";
  return missing;
}

/** What was typed where a number is wanted, told back. */
export const notNumberWords = (typed: string) => `«${typed.trim()}» не похоже на число. Напишите только цифры.`;

function valueFault(
  content: ReportContent,
  obligationId: string,
  planned: Expected["obligations"][number]["plannedValues"][number],
): string | undefined {
  if (planned.text === "") return undefined;
  const name = `${planned.label === "" ? "значение" : quoted(planned.label)} за ${yearInWords(planned.year, planned.yearKind)}`;
  const given = content.values.find(
    (one) => one.obligationId === obligationId && one.plannedValueId === planned.id && one.year === planned.year,
  );
  if (!given) return `Укажите, сколько получилось: ${name}.`;
  if (planned.unit === "percent" && given.denominator === null) return `Укажите, из скольких: ${name}.`;
  if (given.denominator === null) return undefined;
  if (given.denominator === 0) return "Из нуля доля не считается. Укажите, сколько всего.";
  if (given.value > given.denominator)
    return `Получилось ${printNumber(given.value)}, а всего указано ${printNumber(given.denominator)}. Проверьте числа.`;
  return undefined;
}
