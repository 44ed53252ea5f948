import { z } from "zod";
import { id, line, localDateField, prose, version } from "#shared/atoms.ts";
import { daysBetween } from "#shared/local-date.ts";
import { AccountMoments } from "./cadence.ts";
import { YEAR_KINDS } from "./words.ts";

/** A text section of the passport: a heading over a list or over paragraphs (stages, duties, criteria, expected results …). */
export const PassportSection = z.object({
  heading: line(300, "Назовите часть паспорта."),
  items: z.array(line(8000)).max(300).optional(),
  paragraphs: z.array(line(8000)).max(300).optional(),
});
export type PassportSection = z.infer<typeof PassportSection>;

/** A day that must be given, with its own sentence where it is not. */
const givenDay = (empty: string) => z.string(empty).pipe(localDateField);

const PASSPORT = {
  title: line(600, "Назовите программу так, как она названа в приказе."),
  /** how it is called in lists; the title stands in where it is empty */
  shortTitle: prose(120),
  startsOn: givenDay("Укажите первый день программы."),
  endsOn: givenDay("Укажите последний день программы."),
  yearKind: z.enum(YEAR_KINDS),
  goal: prose(8000),
  tasks: z.array(line(2000)).max(100),
  passport: z.array(PassportSection).max(100),
  accountMoments: AccountMoments,
  officerPersonId: id.nullable(),
};

const LONGEST_DAYS = 366 * 15;

/** The period is a period: it ends after it begins and lasts at most fifteen years. */
function checkPeriod(
  form: { startsOn?: string | undefined; endsOn?: string | undefined },
  context: z.RefinementCtx,
): void {
  const { startsOn, endsOn } = form;
  if (!startsOn || !endsOn) return;
  if (endsOn < startsOn)
    context.addIssue({
      code: "custom",
      path: ["endsOn"],
      message: "Программа заканчивается раньше, чем начинается. Поправьте даты.",
    });
  else if (daysBetween(startsOn as never, endsOn as never) > LONGEST_DAYS)
    context.addIssue({ code: "custom", path: ["endsOn"], message: "Период длиннее 15 лет. Проверьте год." });
}

/** A programme made from nothing: only the title and the period must be known. */
export const CreateProgramme = z
  .object({
    territoryId: id,
    /** the school whose own programme it is; null: the territory's */
    ownerOrganisationId: id.nullable().default(null),
    ...PASSPORT,
    shortTitle: PASSPORT.shortTitle.default(""),
    yearKind: PASSPORT.yearKind.default("calendar"),
    goal: PASSPORT.goal.default(""),
    tasks: PASSPORT.tasks.default([]),
    passport: PASSPORT.passport.default([]),
    accountMoments: PASSPORT.accountMoments.default({ kind: "schoolTermEnd" }),
    officerPersonId: PASSPORT.officerPersonId.default(null),
  })
  .superRefine(checkPeriod);
export type CreateProgramme = z.infer<typeof CreateProgramme>;
export type CreateProgrammeInput = z.input<typeof CreateProgramme>;

/** Changes of the passport: only the fields given. A change of one end of the period carries the other too. */
export const EditPassport = z.object(PASSPORT).partial().extend({ version }).superRefine(checkPeriod);
export type EditPassport = z.infer<typeof EditPassport>;
