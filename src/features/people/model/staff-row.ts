import { matchKey } from "#domain/russian/match-key.ts";
import { ROLES, type Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { localDateOf, parseLocalDate, type LocalDate } from "#shared/local-date.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { SheetColumn, SheetRecord } from "#features/places/model/sheet.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { closeOrganisation } from "./close-organisation.ts";
import { Login } from "./contract.ts";

export type StaffKey =
  | "organisation"
  | "familyName"
  | "givenName"
  | "patronymic"
  | "position"
  | "from"
  | "phone"
  | "role"
  | "login";

export const STAFF_COLUMNS: readonly SheetColumn<StaffKey>[] = [
  { key: "organisation", title: "Организация", required: true },
  { key: "familyName", title: "Фамилия", required: true },
  { key: "givenName", title: "Имя", required: true },
  { key: "patronymic", title: "Отчество" },
  { key: "position", title: "Должность", required: true },
  { key: "from", title: "Работает с" },
  { key: "phone", title: "Телефон" },
  { key: "role", title: "Роль" },
  { key: "login", title: "Логин" },
];

export interface StaffOrganisation {
  readonly id: Id;
  readonly name: string;
  readonly shortName: string;
  readonly inn: string | null;
  /** open, and the actor may add people to it */
  readonly open: boolean;
}

/** A person as they stand in one organisation today. */
export interface StaffMember {
  /** undefined for one the sheet itself adds */
  readonly personId: Id | undefined;
  /** their phone and account are the actor's to write and to be told about */
  readonly governed: boolean;
  readonly organisationId: Id;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string;
  phone: string;
  login: string | null;
  readonly positions: { position: string; from: LocalDate }[];
  readonly roles: Role[];
}

export interface StaffKnown {
  readonly organisations: readonly StaffOrganisation[];
  readonly members: readonly StaffMember[];
  /** roles the actor may give in an organisation of theirs */
  readonly grantable: readonly Role[];
  /** logins of everyone, for those the sheet names */
  readonly takenLogins: ReadonlySet<string>;
  readonly today: LocalDate;
}

/** What one good row adds; nothing stored is ever replaced by a sheet of staff. */
export interface StaffWrite {
  readonly member: StaffMember;
  /** the first row of a person the registry does not know */
  readonly isNew: boolean;
  readonly position: { readonly position: string; readonly from: LocalDate } | null;
  readonly role: Role | null;
  readonly login: string | null;
  readonly phone: string | null;
}

export interface StaffFault {
  readonly key: StaffKey;
  readonly text: string;
}

const ROLE_WORDS: Readonly<Record<string, Role>> = Object.fromEntries(
  ROLES.map((role) => [matchKey(ROLE_NAME[role]), role]),
);

const nameKey = (name: { familyName: string; givenName: string; patronymic: string }) =>
  matchKey([name.familyName, name.givenName, name.patronymic].join(" "));

/** What one row adds to what is known by now, or everything it is refused for, each at its cell. */
export function readStaffRow(
  { value }: SheetRecord<StaffKey>,
  known: StaffKnown,
  members: readonly StaffMember[],
  logins: ReadonlySet<string>,
): Result<StaffWrite, readonly StaffFault[]> {
  const faults: StaffFault[] = [];
  const fault = (key: StaffKey, text: string) => void faults.push({ key, text });
  const organisation = organisationOf(value.organisation, known.organisations);
  if (!organisation.ok) fault("organisation", organisation.refusal);
  for (const [key, text] of [
    ["familyName", "Укажите фамилию."],
    ["givenName", "Укажите имя."],
    ["position", "Укажите должность."],
  ] as const)
    if (value[key] === "" || value[key].length > 120) fault(key, text);
  const from = value.from === "" ? undefined : dayOf(value.from);
  if (value.from !== "" && !from) fault("from", `«${value.from}» не день. Напишите его в виде 01.09.2021.`);
  const role = value.role === "" ? null : (ROLE_WORDS[matchKey(value.role)] ?? null);
  if (value.role !== "" && (role === null || !known.grantable.includes(role)))
    fault(
      "role",
      `Роль «${value.role}» здесь не дать. Возможные: ${known.grantable.map((one) => ROLE_NAME[one]).join(", ")}.`,
    );
  const login = value.login === "" ? null : Login.safeParse(value.login);
  if (login && !login.success) fault("login", login.error.issues[0]!.message);
  if (faults.length > 0 || !organisation.ok) return refused(faults);
  const found = members.filter(
    (one) => one.organisationId === organisation.value.id && nameKey(one) === nameKey(value),
  );
  if (found.length > 1)
    return refused([
      {
        key: "familyName",
        text: "В этой организации два человека с таким именем. Внесите строку вручную в карточке.",
      },
    ]);
  const wanted = { from, role, login: login?.data ?? null };
  return fit(value, organisation.value.id, found[0], wanted, known, logins);
}

/** The row against the person found: what it adds, or where it contradicts what is stored. */
function fit(
  value: SheetRecord<StaffKey>["value"],
  organisationId: Id,
  member: StaffMember | undefined,
  wanted: { from: LocalDate | undefined; role: Role | null; login: string | null },
  known: StaffKnown,
  logins: ReadonlySet<string>,
): Result<StaffWrite, readonly StaffFault[]> {
  const faults: StaffFault[] = [];
  const fault = (key: StaffKey, text: string) => void faults.push({ key, text });
  const held = member?.positions.find((one) => matchKey(one.position) === matchKey(value.position));
  if (held && wanted.from && held.from !== wanted.from)
    fault("from", `В карточке эта должность с ${printed(held.from)}. Исправьте день в карточке или в строке.`);
  const newLogin = wanted.login && !member?.login ? wanted.login : null;
  if (member && !member.governed) {
    // of an account that is not the actor's business nothing is told, not even that the cell agrees with it
    const outranked = (["phone", "login"] as const).find((key) => value[key] !== "");
    if (outranked)
      fault(
        outranked,
        "Телефоном и входом этого человека распоряжается тот, кому подчинены все его места. Оставьте ячейку пустой.",
      );
  } else {
    if (member && value.phone !== "" && member.phone !== "" && member.phone !== value.phone)
      fault("phone", "В карточке другой телефон. Исправьте его в карточке или в строке.");
    if (member?.login && wanted.login && member.login !== wanted.login)
      fault("login", `У человека уже есть вход с логином ${member.login}.`);
    else if (newLogin && logins.has(newLogin)) fault("login", "Логин занят другим человеком. Укажите другой.");
  }
  if (faults.length > 0) return refused(faults);
  return done({
    member: member ?? {
      personId: undefined,
      governed: true,
      organisationId,
      familyName: value.familyName,
      givenName: value.givenName,
      patronymic: value.patronymic,
      phone: value.phone,
      login: null,
      positions: [],
      roles: [],
    },
    isNew: member === undefined,
    position: held ? null : { position: value.position, from: wanted.from ?? known.today },
    role: wanted.role && !member?.roles.includes(wanted.role) ? wanted.role : null,
    login: newLogin,
    phone: member && member.phone === "" && value.phone !== "" ? value.phone : null,
  });
}

function organisationOf(text: string, organisations: readonly StaffOrganisation[]): Result<StaffOrganisation, string> {
  const key = matchKey(text);
  const found = organisations.filter(
    (one) => matchKey(one.name) === key || matchKey(one.shortName) === key || one.inn === text,
  );
  if (text === "") return refused("Укажите организацию.");
  if (found.length === 0) {
    const close = closeOrganisation(
      text,
      organisations.filter(({ open }) => open),
    );
    return refused(
      close
        ? `Организации «${text}» здесь нет. Может быть, «${close.shortName}»?`
        : `Организации «${text}» здесь нет. Напишите её так, как в списке организаций, или внесите её сначала.`,
    );
  }
  if (found.length > 1) return refused(`Под «${text}» подходят две организации. Напишите полное название или ИНН.`);
  if (!found[0]!.open) return refused("Эта организация закрыта или не ваша.");
  return done(found[0]!);
}

/** 01.09.2021 or 2021-09-01. */
function dayOf(text: string): LocalDate | undefined {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return parts ? localDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1])) : parseLocalDate(text);
}

function printed(day: LocalDate): string {
  return day.split("-").reverse().join(".");
}
