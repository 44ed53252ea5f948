import { z } from "zod";
import { id, line, prose } from "#shared/atoms.ts";
import { Audience } from "#features/places/model/audience.ts";
import { YEAR_KINDS } from "#features/programmes/model/words.ts";

/** The key of a library template («school-support») or the id of an own one. */
const templateKey = z.string().regex(/^[a-z0-9-]{3,60}$/, "Такого шаблона нет.");

export const TemplateListQuery = z.object({ territoryId: id, q: z.string().max(200).default("") });
export const TemplateParams = z.object({ territoryId: id, templateKey });
export const OwnTemplateParams = z.object({ territoryId: id, templateId: id });

export const TemplateRow = z.object({
  key: z.string(),
  title: z.string(),
  about: z.string(),
  /** of the library that comes with the product, of the territory, or of one organisation */
  origin: z.enum(["library", "territory", "organisation"]),
  years: z.int(),
  yearKind: z.enum(YEAR_KINDS),
  measures: z.int(),
  can: z.object({ close: z.boolean() }),
});
export type TemplateRow = z.infer<typeof TemplateRow>;

export const TemplateList = z.object({ items: z.array(TemplateRow) });
export type TemplateList = z.infer<typeof TemplateList>;

const Party = z.object({ name: z.string(), audience: Audience.nullable() });

export const TemplatePage = TemplateRow.extend({
  goal: z.string(),
  tasks: z.array(z.string()),
  /** first year offered: the next one that has not begun */
  firstYear: z.int(),
  /** in whose name the actor may make a programme; the one the template is made for first */
  owners: z.array(z.object({ id: id.nullable(), name: z.string() })),
  organisations: z.array(z.object({ id, name: z.string() })),
  parties: z.array(Party.extend({ measures: z.int(), bearers: z.int().nullable() })),
  roadmaps: z.array(
    z.object({
      title: z.string(),
      sections: z.array(
        z.object({
          /** from the roadmap down; empty for measures outside any section */
          title: z.string(),
          measures: z.array(
            z.object({
              /** place in the template, from 0: how a measure is left out */
              at: z.int(),
              number: z.string(),
              title: z.string(),
              level: z.string(),
              dueText: z.string(),
              who: z.string(),
              result: z.string(),
              /** planned values in words, year by year */
              planned: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type TemplatePage = z.infer<typeof TemplatePage>;

export const UseTemplate = z.object({
  ownerOrganisationId: id.nullable(),
  title: line(600, "Назовите программу."),
  shortTitle: line(80, "Дайте программе короткое имя: под ним её увидят школы."),
  firstYear: z
    .int("Укажите первый год программы.")
    .min(2015, "Укажите год с 2015 по 2060.")
    .max(2060, "Укажите год с 2015 по 2060."),
  years: z
    .int("Укажите, сколько лет идёт программа.")
    .min(1, "Программа идёт хотя бы год.")
    .max(10, "Программа идёт не дольше 10 лет."),
  parties: z.array(Party).max(300),
  leftOut: z.array(z.int().min(0)).max(3000),
});
export type UseTemplate = z.infer<typeof UseTemplate>;

export const KeepTemplate = z.object({
  territoryId: id,
  programmeId: id,
  title: line(300, "Назовите шаблон."),
  about: prose(1000).default(""),
});
