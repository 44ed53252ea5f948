import { z } from "zod";
import { id, line, localDateField, prose } from "#shared/atoms.ts";
import { Audience } from "#features/places/model/audience.ts";
import { YEAR_KINDS } from "#features/programmes/model/words.ts";
import { LONGEST_YEARS } from "./years-needed.ts";

/** The key of a library template («school-support») or the id of an own one. */
const templateKey = z.string().regex(/^[a-z0-9-]{3,60}$/);

export const TemplateListQuery = z.object({ territoryId: id, q: z.string().max(200).default("") });
export const TemplateParams = z.object({ territoryId: id, templateKey });
export const OwnTemplateParams = z.object({ territoryId: id, templateId: id });

export const TemplateRow = z.object({
  key: z.string(),
  title: z.string(),
  about: z.string(),
  /** of the library that comes with the product, of the territory, or of one organisation */
  origin: z.enum(["library", "territory", "organisation"]),
  /** for whom programmes are mostly made of it */
  owner: z.enum(["territory", "organisation"]),
  years: z.int(),
  yearKind: z.enum(YEAR_KINDS),
  measures: z.int(),
  can: z.object({ close: z.boolean() }),
});
export type TemplateRow = z.infer<typeof TemplateRow>;

export const TemplateList = z.object({ items: z.array(TemplateRow) });
export type TemplateList = z.infer<typeof TemplateList>;

const Party = z.object({ name: z.string(), audience: Audience.nullable() });

export const TemplateMeasure = z.object({
  /** by which it is taken into a programme */
  key: z.string(),
  number: z.string(),
  title: z.string(),
  level: z.string(),
  dueText: z.string(),
  /** how a term that is not printed is understood; empty where it is printed */
  understood: z.string(),
  who: z.string(),
  result: z.string(),
  /** planned values in words, year by year */
  planned: z.string(),
  /** names of the parties that report; the others take part */
  reporters: z.array(z.string()),
  /** how many years a programme must last for it to be due; null where its days lie before the first of them */
  yearsNeeded: z.int().nullable(),
});
export type TemplateMeasure = z.infer<typeof TemplateMeasure>;

export const TemplatePage = TemplateRow.extend({
  goal: z.string(),
  tasks: z.array(z.string()),
  /** the years its words stand in: `wordsIn` and `periodIn` carry them to others */
  startsOn: localDateField,
  endsOn: localDateField,
  ownYear: z.int(),
  /** first year offered: the next one that has not begun */
  firstYear: z.int(),
  /** in whose name the actor may make a programme; the one the template is made for first */
  owners: z.array(z.object({ id: id.nullable(), name: z.string() })),
  /** whom a name may mean here */
  choices: z.array(
    z.object({
      audience: Audience,
      name: z.string(),
      /** how many would bear it today, for each of the owners in their order, and the first organisations among them */
      bearers: z.array(z.object({ count: z.int(), named: z.array(z.string()) })),
    }),
  ),
  /** every name in the columns of executors, the most frequent first; its audience is one of the choices */
  parties: z.array(Party.extend({ measures: z.int() })),
  roadmaps: z.array(
    z.object({
      title: z.string(),
      /** the title of a section goes from the roadmap down; empty for measures outside any section */
      sections: z.array(z.object({ title: z.string(), measures: z.array(TemplateMeasure) })),
    }),
  ),
});
export type TemplatePage = z.infer<typeof TemplatePage>;

export const UseTemplate = z.object({
  ownerOrganisationId: id.nullable(),
  title: line(600, "Назовите программу."),
  /** how it is called in lists; the title stands in where it is empty */
  shortTitle: prose(120).default(""),
  firstYear: z
    .int("Укажите первый год программы.")
    .min(2015, "Укажите год с 2015 по 2060.")
    .max(2060, "Укажите год с 2015 по 2060."),
  years: z
    .int("Укажите, сколько лет идёт программа.")
    .min(1, "Программа идёт хотя бы год.")
    .max(LONGEST_YEARS, `Программа идёт не дольше ${LONGEST_YEARS} лет.`),
  parties: z.array(Party).max(300),
  /** keys of the measures: a row that the page did not show yet is not taken unseen */
  taken: z.array(z.string().max(5000)).max(3000),
});
export type UseTemplate = z.output<typeof UseTemplate>;

export const KeepTemplate = z.object({
  territoryId: id,
  programmeId: id,
  title: line(300, "Назовите шаблон."),
  about: prose(1000).default(""),
});
