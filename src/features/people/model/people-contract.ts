import { z } from "zod";
import { ROLES } from "#shared/actor.ts";
import { id, line, localDateField, prose, version } from "#shared/atoms.ts";
import { ListView } from "#features/places/model/contract.ts";
import { Login } from "./contract.ts";

const day = z.string();
const role = z.enum(ROLES, "Выберите роль из списка.");
const datesInOrder = ({ from, to }: { from: string; to?: string | null }) => !to || to >= from;
const DATES = { path: ["to"], message: "Последний день раньше первого. Поправьте даты." };

export const PersonName = z.object({
  familyName: line(80, "Укажите фамилию."),
  givenName: line(80, "Укажите имя."),
  patronymic: prose(80),
  phone: prose(40),
});

export const NewPosition = z
  .object({
    territoryId: id,
    organisationId: id,
    position: line(120, "Укажите должность, например «учитель математики»."),
    from: localDateField,
    to: localDateField.nullable().default(null),
  })
  .refine(datesInOrder, DATES);
export const EditPosition = z
  .object({
    territoryId: id,
    version,
    position: line(120, "Укажите должность."),
    from: localDateField,
    to: localDateField.nullable(),
  })
  .refine(datesInOrder, DATES);

export const NewRole = z
  .object({
    territoryId: id,
    role,
    organisationId: id.nullable(),
    from: localDateField,
    to: localDateField.nullable().default(null),
    paperId: id.nullable().default(null),
  })
  .refine(datesInOrder, DATES);
export const EndRole = z.object({ territoryId: id, version, to: localDateField.nullable() });

/** A new person of a territory: a position, a role or both; with a login, an account that waits for its invitation to be used. */
export const NewPerson = PersonName.extend({
  territoryId: id,
  position: z.object({ organisationId: id, name: line(120, "Укажите должность."), from: localDateField }).nullable(),
  role: z.object({ role, organisationId: id.nullable(), from: localDateField }).nullable(),
  login: Login.nullable(),
  /** the login is known and belongs to this very person, who works elsewhere too: add the place to them */
  join: z.boolean().default(false),
}).refine((person) => person.position !== null || person.role !== null, {
  path: ["position"],
  message: "Укажите должность в организации или роль: без них человека не будет ни в одном списке.",
});
export const EditPerson = PersonName.extend({ territoryId: id, version });
export const OpenAccount = z.object({ territoryId: id, login: Login });
export const AccountPlace = z.object({ territoryId: id });
export const MakeLink = AccountPlace.extend({
  /** sent to the login, where that is a mail address, instead of being shown */
  byMail: z.boolean().default(false),
});

/** The last link by which somebody was invited. */
export const Invitation = z.object({
  madeOn: day,
  /** false: used, recalled or run out */
  opens: z.boolean(),
});
export type Invitation = z.infer<typeof Invitation>;

const Account = z.object({
  login: z.string(),
  status: z.enum(["invited", "active", "closed"]),
  invitation: Invitation.nullable(),
  /** a second step of sign-in is set up */
  secondFactor: z.boolean(),
});

export const PersonPosition = z.object({
  id,
  organisationId: id,
  organisationName: z.string(),
  position: z.string(),
  from: day,
  to: day.nullable(),
  inForce: z.boolean(),
  version,
  can: z.object({ edit: z.boolean() }),
});
export const PersonRole = z.object({
  id,
  role: z.enum(ROLES),
  roleName: z.string(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  from: day,
  to: day.nullable(),
  inForce: z.boolean(),
  version,
  can: z.object({ end: z.boolean() }),
});

export const PersonRow = z.object({
  id,
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  fullName: z.string(),
  positions: z.array(PersonPosition),
  roles: z.array(PersonRole),
  /** null where the actor does not manage accounts of the place */
  account: z.enum(["none", "invited", "active", "closed"]).nullable(),
  /** null: no link was ever made, or not the actor's business */
  invitation: Invitation.nullable(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** What the actor may hand out in the territory: the forms offer nothing else. */
export const Grants = z.object({
  add: z.boolean(),
  territoryRoles: z.array(z.enum(ROLES)),
  organisationRoles: z.array(z.enum(ROLES)),
  /** the only organisations the actor may add people to; null: any of the territory */
  organisations: z.array(z.object({ id, name: z.string() })).nullable(),
});
export type Grants = z.infer<typeof Grants>;

export const PeopleList = z.object({ items: z.array(PersonRow), total: z.number(), page: z.number(), can: Grants });

export const PeopleQuery = z.object({
  territoryId: id,
  organisationId: id.optional(),
  role: z.enum(ROLES).optional(),
  state: z.enum(["current", "former", "all"]).default("current"),
  q: z.string().trim().max(200).optional(),
  view: ListView,
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const PersonView = z.object({
  id,
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  fullName: z.string(),
  phone: z.string(),
  version,
  positions: z.array(PersonPosition),
  roles: z.array(PersonRole),
  /** null: none, or not the actor's business */
  account: Account.nullable(),
  can: z.object({
    edit: z.boolean(),
    /** open, close and recover the account */
    account: z.boolean(),
    /** a link can be sent by a letter */
    mail: z.boolean(),
    grants: Grants,
  }),
});
export type PersonView = z.infer<typeof PersonView>;

export const MadeLink = z.object({
  kind: z.enum(["invitation", "recovery"]),
  /** path of the link, shown once: only its hash is stored; null where it was sent by a letter */
  path: z.string().nullable(),
  login: z.string(),
  days: z.number(),
});
export type MadeLink = z.infer<typeof MadeLink>;
