import { z } from "zod";
import { id, line, prose, version } from "#shared/atoms.ts";
import { CONSENT_KINDS } from "./consent.ts";
import { DESTRUCTION_REASONS, type DestructionReason } from "./destruction.ts";
import { REQUEST_KINDS } from "./requests.ts";

const day = z.string();
const instant = z.string();
export const TerritoryQuery = z.object({ territoryId: id });
export const PersonParams = z.object({ personId: id });
export const Done = z.object({ ok: z.literal(true) });
export const Made = z.object({ id });

export const Register = z.object({
  operator: z.object({ name: z.string(), address: z.string() }),
  rows: z.array(
    z.object({
      purpose: z.string(),
      people: z.string(),
      categories: z.string(),
      /** columns of the database, «person.phone» */
      columns: z.array(z.string()),
      basis: z.string(),
      kept: z.array(z.string()),
      seenBy: z.string(),
      needsConsent: z.boolean(),
    }),
  ),
  everywhere: z.object({ kind: z.string(), deeds: z.string(), place: z.string(), transfer: z.string() }),
  /** people whose data are kept in the territory */
  people: z.number(),
  /** what of the database the register does not name yet; empty in a sound installation */
  missing: z.array(z.string()),
});
export type Register = z.infer<typeof Register>;

const HeldSection = z.object({
  title: z.string(),
  onDestruction: z.string(),
  total: z.number(),
  heads: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type HeldSection = z.infer<typeof HeldSection>;

export const ConsentView = z.object({
  kind: z.enum(CONSENT_KINDS),
  title: z.string(),
  /** the wording in force, filled with the operator's name */
  text: z.string(),
  edition: z.string(),
  held: z.object({ since: instant, how: z.enum(["program", "paper"]), edition: z.string() }).nullable(),
});
export type ConsentView = z.infer<typeof ConsentView>;

export const RequestView = z.object({
  id,
  personId: id,
  personName: z.string(),
  kind: z.enum(REQUEST_KINDS),
  title: z.string(),
  text: z.string(),
  state: z.enum(["open", "done", "refused"]),
  askedOn: day,
  dueOn: day,
  answer: z.string(),
  settledAt: instant.nullable(),
  source: z.string(),
  version,
});
export type RequestView = z.infer<typeof RequestView>;

/** Everything held about one person, as they read it. */
export const Held = z.object({
  person: z.object({ id, fullName: z.string(), phone: z.string(), isDestroyed: z.boolean() }),
  /** of the person, so that a stale write is refused */
  version,
  operator: z.object({ name: z.string(), address: z.string() }),
  sections: z.array(HeldSection),
  consents: z.array(ConsentView),
  requests: z.array(RequestView),
});
export type Held = z.infer<typeof Held>;

export const OwnPhone = z.object({ phone: prose(40), version });
export const GiveConsent = z.object({ territoryId: id, kind: z.enum(CONSENT_KINDS), edition: line(20) });
export const WithdrawConsent = z.object({ territoryId: id, kind: z.enum(CONSENT_KINDS) });
/** On paper: number and day of the paper, kept by whoever enters it. */
export const PaperConsent = z.object({
  territoryId: id,
  kind: z.enum(CONSENT_KINDS),
  given: z.boolean(),
  paper: line(120, "Укажите номер и дату бумаги, чтобы её можно было найти."),
});

export const NewRequest = z.object({
  territoryId: id,
  kind: z.enum(REQUEST_KINDS),
  text: line(2000, "Напишите, что нужно исправить или объяснить."),
});
export const SettleRequest = z.object({
  territoryId: id,
  version,
  state: z.enum(["done", "refused"]),
  answer: line(2000, "Напишите ответ: его прочтёт тот, кто обратился."),
});
export const RequestList = z.object({ items: z.array(RequestView), today: day });

export const PersonData = Held.extend({
  destruction: z.object({ allowed: z.boolean(), hindrances: z.array(z.string()) }),
  /** service texts in which the name stands as written words; they stay */
  mentions: z.array(z.object({ where: z.string(), count: z.number() })),
});
export type PersonData = z.infer<typeof PersonData>;

export const Destroy = z.object({
  territoryId: id,
  version,
  reason: z.enum(Object.keys(DESTRUCTION_REASONS) as [DestructionReason, ...DestructionReason[]]),
  /** number and day of the demand, withdrawal or decision */
  basis: line(200, "Укажите номер и дату заявления, отзыва или решения."),
  /** the surname, typed by hand: the second step */
  surname: line(80, "Наберите фамилию из карточки."),
});

export const DestructionView = z.object({
  id,
  onDay: day,
  keepUntil: day,
  reason: z.string(),
  basis: z.string(),
  pseudonym: z.string(),
  madeBy: z.string(),
  cells: z.number(),
});
export type DestructionView = z.infer<typeof DestructionView>;
export const DestructionList = z.object({ items: z.array(DestructionView) });

/** The papers of a destruction; the name is printed and nowhere kept. */
export const PrintPaper = z.object({ territoryId: id, subject: prose(200) });

export const Retention = z.object({
  rules: z.array(
    z.object({
      title: z.string(),
      since: z.string(),
      kept: z.string(),
      source: z.string(),
      edition: z.string(),
      ending: z.enum(["proposed", "purged"]),
    }),
  ),
  /** whose data are kept for nothing any more */
  ended: z.array(z.object({ personId: id, name: z.string(), keptUntil: day, lastPlaceOn: day })),
  today: day,
});
export type Retention = z.infer<typeof Retention>;

export const Contact = z.object({ phone: z.string().nullable() });
