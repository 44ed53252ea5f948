import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { ROLES } from "#shared/actor.ts";
import { PASSWORD_LEAST } from "./password.ts";

export const Login = z
  .string()
  // a NUL comes from a damaged paste and is no part of a name; PostgreSQL takes none
  .transform((text) => text.normalize("NFC").replaceAll("\u0000", "").trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(3, "Укажите логин: адрес почты или имя, выданное администратором.")
      .max(120, "Логин не длиннее 120 знаков."),
  );

/** OWASP ASVS 5.0, 6.2: length decides, no composition rules; at most 200 characters so that hashing stays cheap. */
export const NewPassword = z
  .string()
  .min(PASSWORD_LEAST, `Пароль не короче ${PASSWORD_LEAST} знаков. Удобна фраза из нескольких слов.`)
  .max(200, "Пароль не длиннее 200 знаков.");

export const SignIn = z.object({ login: Login, password: z.string().min(1, "Введите пароль.").max(200) });
export type SignIn = z.input<typeof SignIn>;

/** A sign-in that went through, or one that owes the code of the second step. */
export const Entered = z.object({ ok: z.literal(true), codeAsked: z.boolean() });
export type Entered = z.infer<typeof Entered>;

export const Place = z.object({
  role: z.enum(ROLES),
  roleName: z.string(),
  /** position as it is called there, «зам. по УВР»; the role's name where none is written */
  position: z.string(),
  territoryId: id,
  territoryName: z.string(),
  territoryKind: z.enum(["region", "municipality"]),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;

export const Session = z.object({
  person: z.object({ id, shortName: z.string(), fullName: z.string() }),
  account: z.object({ id, login: z.string() }),
  places: z.array(Place),
  /** `now`: the instant of the product's clock, which the device tells its own times by */
  clock: z.object({ today: z.string(), now: z.string(), fixed: z.boolean() }),
  demo: z.boolean(),
  /** a second step of sign-in must be set up before anything else is answered */
  owesFactor: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const ChangePassword = z.object({
  current: z.string().min(1, "Введите нынешний пароль.").max(200),
  next: NewPassword,
});

export const LinkParams = z.object({ token: z.string().min(1).max(200) });
export const LinkSeen = z.object({
  kind: z.enum(["invitation", "recovery"]),
  login: z.string(),
  /** how the page speaks to the person */
  calledName: z.string(),
});
export const UseLink = z.object({ password: NewPassword });

export const OpenSession = z.object({
  id,
  createdAt: z.string(),
  lastSeenAt: z.string(),
  agent: z.string(),
  /** the network it was opened from, as `addressWords` tells it */
  place: z.string(),
  current: z.boolean(),
});
export type OpenSession = z.infer<typeof OpenSession>;

export const DemoPerson = z.object({
  accountId: id,
  shortName: z.string(),
  position: z.string(),
  placeName: z.string(),
  errand: z.string(),
  group: z.string(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;
