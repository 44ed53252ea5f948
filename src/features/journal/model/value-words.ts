import { printNumber } from "#domain/russian/plural.ts";
import { dateInDigits } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import { Audience } from "#features/places/model/audience.ts";
import { audienceText } from "#features/places/model/audience-text.ts";
import { DESIGNATION_NAME, ORGANISATION_KIND_NAME, ROLE_NAME } from "#features/places/model/words.ts";
import { PAPER_KIND_NAME } from "#features/papers/model/words.ts";
import { MOMENT_NAME, PART_NAME, STATUS_NAME, YEAR_KIND_NAME } from "#features/programmes/model/words.ts";
import { ESCALATION_ROLE_NAME } from "#features/reminders/model/ladder-words.ts";
import { RHYTHM_NAME } from "#features/reminders/model/letter-choice.ts";
import { bare, isTold } from "./field-words.ts";

/** What identifiers are called, for the reader. */
export type NameOf = (id: Id) => string | undefined;

const UNKNOWN = "запись, которой больше нет или которую вы не видите";
const DESIGNATION = Object.fromEntries(Object.entries(DESIGNATION_NAME).map(([kind, { short }]) => [kind, short]));

/** Words of values that come from a closed list, by the kind of the subject and the field. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "organisation.kind": ORGANISATION_KIND_NAME,
  "organisation.designation": DESIGNATION,
  "paper.kind": PAPER_KIND_NAME,
  "report.kind": { done: "выполнено", notApplicable: "не относится" },
  "report.state": { draft: "черновик", submitted: "на проверке", returned: "возвращён", accepted: "принят" },
  "programme.status": STATUS_NAME,
  "import.status": {
    reading: "читается",
    review: "на проверке",
    failed: "не прочитан",
    approved: "программа сделана",
    cancelled: "отменён",
  },
  "person.role": ROLE_NAME,
  escalatesTo: ESCALATION_ROLE_NAME,
  rhythm: RHYTHM_NAME,
  year_kind: YEAR_KIND_NAME,
  yearKind: YEAR_KIND_NAME,
  level: { municipal: "муниципальный", institutional: "уровень организации", regional: "региональный" },
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:/u;

/** A value as people read it; undefined where it says nothing to them. */
export function valueInWords(kind: string, field: string, value: unknown, nameOf: NameOf): string | undefined {
  if (!isTold(field)) return undefined;
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return "нет";
  if (typeof value === "boolean") return value ? "да" : "нет";
  if (typeof value === "number") return printNumber(value);
  if (typeof value === "string") return textInWords(kind, field, value, nameOf);
  if (Array.isArray(value)) {
    const told = value.map((one) => valueInWords(kind, field, one, nameOf)).filter((one) => one !== undefined);
    return told.length === 0 ? undefined : told.join("\n");
  }
  return objectInWords(bare(field), value as Readonly<Record<string, unknown>>, nameOf);
}

function textInWords(kind: string, field: string, value: string, nameOf: NameOf): string {
  const words = WORDS[`${kind}.${bare(field)}`] ?? WORDS[field] ?? WORDS[bare(field)];
  if (words?.[value]) return words[value];
  if (ID.test(value)) return nameOf(value) ?? UNKNOWN;
  const day = DAY.test(value) ? value : INSTANT.exec(value)?.[1];
  return day ? dateInDigits(localDate(day)) : value;
}

function objectInWords(field: string, value: Readonly<Record<string, unknown>>, nameOf: NameOf): string | undefined {
  const text = (name: string) =>
    typeof value[name] === "string" || typeof value[name] === "number" ? String(value[name]) : "";
  const named = (name: string) => (text(name) === "" ? undefined : (nameOf(text(name)) ?? UNKNOWN));
  const day = (name: string) => (DAY.test(text(name)) ? dateInDigits(localDate(text(name))) : "");
  switch (field) {
    case "audience": {
      const audience = Audience.safeParse(value);
      // who a person was is not told here: the history of codes is read by many
      return audience.success
        ? audienceText(audience.data, { organisation: nameOf, person: () => "один человек" })
        : undefined;
    }
    case "terms":
      return `${text("number")}-я: ${day("from")} – ${day("to")}`;
    case "measure_party":
      return [text("name"), PART_NAME[value["part"] as keyof typeof PART_NAME]].filter(Boolean).join(", ");
    case "planned_value":
      return [text("label"), text("total_text"), text("unit")].filter(Boolean).join(", ");
    case "planned_year":
      return [text("year"), text("text")].filter(Boolean).join(": ");
    case "measure_paper":
      return named("paper_id");
    case "passport":
      return headed(text("heading"), (value["items"] as readonly string[] | undefined) ?? []);
    case "evidence":
      return named("fileId") ?? named("paperId") ?? text("url");
    case "values":
      return `${text("year")}: ${text("value")}${text("denominator") ? ` из ${text("denominator")}` : ""}`;
    case "accountMoments":
    case "account_moments":
      return value["kind"] === "days" ? "в названные дни" : MOMENT_NAME[value["kind"] as keyof typeof MOMENT_NAME];
    default:
      return undefined;
  }
}

/** «Участники: управление образования, школы»; sentences keep their own ends. */
function headed(heading: string, items: readonly string[]): string {
  const told = items.reduce(
    (words, item) => (words === "" ? item : `${words}${/[.;:!?]$/u.test(words) ? "" : ","} ${item}`),
    "",
  );
  return [heading, told].filter(Boolean).join(": ");
}
