import { z } from "zod";
import { id, line, localDateField, prose, version } from "#shared/atoms.ts";
import { Audience } from "./audience.ts";
import { isInn } from "./inn.ts";
import { ZONE_IDS } from "./time-zones.ts";
import { DESIGNATIONS, ORGANISATION_KINDS } from "./words.ts";

export const TerritoryQuery = z.object({ territoryId: id });
export const day = z.string();

const Inn = z
  .string()
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(z.string().refine((text) => text === "" || isInn(text), "ИНН организации – десять цифр. Проверьте его."))
  .transform((text) => (text === "" ? null : text));

const Email = prose(120).refine(
  (text) => text === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  "Проверьте адрес почты: нужен вид school@example.ru.",
);

export const TerritoryFields = z.object({
  name: line(200, "Укажите полное название."),
  shortName: line(80, "Укажите краткое название."),
  timeZone: z.enum(ZONE_IDS, "Выберите часовой пояс из списка."),
});
export const NewMunicipality = TerritoryFields.extend({ parentId: id });
export const EditTerritory = TerritoryFields.extend({ version });

export const TerritoryView = z.object({
  id,
  kind: z.enum(["region", "municipality"]),
  parentId: id.nullable(),
  name: z.string(),
  shortName: z.string(),
  timeZone: z.string(),
  version,
  organisations: z.number(),
  can: z.object({ edit: z.boolean(), addMunicipality: z.boolean(), administer: z.boolean() }),
});
export type TerritoryView = z.infer<typeof TerritoryView>;

export const OrganisationFields = z.object({
  kind: z.enum(ORGANISATION_KINDS, "Выберите вид организации из списка."),
  name: line(300, "Укажите полное название."),
  shortName: line(80, "Укажите краткое название: оно стоит в таблицах и отчётах."),
  inn: Inn,
  address: prose(300),
  phone: prose(80),
  email: Email,
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;
export const NewOrganisation = OrganisationFields.extend({ territoryId: id });
export const EditOrganisation = OrganisationFields.extend({ version });
export const CloseOrganisation = z.object({ version, closedOn: localDateField.nullable() });

export const DesignationFields = z
  .object({
    kind: z.enum(DESIGNATIONS, "Выберите статус из списка."),
    from: localDateField,
    to: localDateField.nullable(),
    paperId: id.nullable(),
  })
  .refine(({ from, to }) => to === null || to >= from, {
    path: ["to"],
    message: "Последний день раньше первого. Поправьте даты.",
  });
export type DesignationFields = z.infer<typeof DesignationFields>;
export const EditDesignation = DesignationFields.and(z.object({ territoryId: id, version }));

export const DesignationView = z.object({
  id,
  kind: z.enum(DESIGNATIONS),
  from: day,
  to: day.nullable(),
  inForce: z.boolean(),
  paper: z.object({ id, title: z.string(), number: z.string(), datedOn: day.nullable() }).nullable(),
  version,
});
export type DesignationView = z.infer<typeof DesignationView>;

export const OrganisationRow = z.object({
  id,
  territoryId: id,
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  shortName: z.string(),
  closedOn: day.nullable(),
  /** in force today */
  designations: z.array(z.enum(DESIGNATIONS)),
  people: z.number(),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

export const OrganisationList = z.object({
  items: z.array(OrganisationRow),
  total: z.number(),
  page: z.number(),
  can: z.object({ create: z.boolean() }),
});

/** Whole: all rows of a list at once, for choosing and for paper. */
export const ListView = z.enum(["page", "whole"]).default("page");

export const OrganisationQuery = TerritoryQuery.extend({
  q: z.string().trim().max(200).optional(),
  kind: z.enum(ORGANISATION_KINDS).optional(),
  designation: z.enum(DESIGNATIONS).optional(),
  state: z.enum(["open", "closed", "all"]).default("open"),
  view: ListView,
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const OrganisationView = z.object({
  id,
  territoryId: id,
  territoryName: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  shortName: z.string(),
  inn: z.string().nullable(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  closedOn: day.nullable(),
  version,
  designations: z.array(DesignationView),
  can: z.object({ edit: z.boolean(), designate: z.boolean(), addPeople: z.boolean() }),
});
export type OrganisationView = z.infer<typeof OrganisationView>;

export const RoleCodeFields = z.object({ territoryId: id, code: line(60, "Укажите код."), audience: Audience });
export const SaveRoleCode = RoleCodeFields.extend({ version: version.nullable() });
export const RoleCodeParams = z.object({ territoryId: id, matchKey: z.string().min(1).max(120) });

export const RoleCodeView = z.object({
  code: z.string(),
  matchKey: z.string(),
  audience: Audience,
  /** the audience in words */
  meaning: z.string(),
  own: z.boolean(),
  /** null for a usual meaning */
  version: version.nullable(),
  /** bearers today */
  bearers: z.number(),
});
export type RoleCodeView = z.infer<typeof RoleCodeView>;
export const RoleCodeList = z.object({ items: z.array(RoleCodeView), can: z.object({ edit: z.boolean() }) });

/** What became of the codes of a district, the latest first. */
export const RoleCodeHistory = z.object({
  items: z.array(
    z.object({
      id,
      /** instant, UTC */
      at: z.string(),
      /** who did it; the program where nobody is named */
      person: z.string(),
      code: z.string(),
      /** the meaning in words before and after; null: the district's own had none */
      before: z.string().nullable(),
      after: z.string().nullable(),
      /** given while a document was reviewed */
      fromImport: z.boolean(),
    }),
  ),
});
export type RoleCodeHistory = z.infer<typeof RoleCodeHistory>;
