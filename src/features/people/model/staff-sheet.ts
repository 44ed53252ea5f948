import { matchKey } from "#domain/russian/match-key.ts";
import { ROLES, type Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { localDateOf, parseLocalDate, type LocalDate } from "#shared/local-date.ts";
import { done, refused, type Result } from "#shared/result.ts";
import {
  recordsOf,
  type SheetColumn,
  type SheetRecord,
  type SheetReportRow,
  type SheetRows,
} from "#features/places/model/sheet.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { Login } from "./contract.ts";

type Key =
  | "organisation"
  | "familyName"
  | "givenName"
  | "patronymic"
  | "position"
  | "from"
  | "phone"
  | "role"
  | "login";

export const STAFF_COLUMNS: readonly SheetColumn<Key>[] = [
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

export interface StaffPlan {
  readonly report: readonly SheetReportRow[];
  readonly writes: readonly StaffWrite[];
}

interface Fault {
  readonly key: Key;
  readonly text: string;
}

const ROLE_WORDS: Readonly<Record<string, Role>> = Object.fromEntries(
  ROLES.map((role) => [matchKey(ROLE_NAME[role]), role]),
);

const nameKey = (name: { familyName: string; givenName: string; patronymic: string }) =>
  matchKey([name.familyName, name.givenName, name.patronymic].join(" "));

/**
 * What a sheet of staff would do. A person is known by organisation and full name; a row adds what is missing (the person,
 * a position, a role, a login, a phone) and never replaces what is stored, so the same sheet read twice changes nothing.
 */
export function planStaff(rows: SheetRows, known: StaffKnown): Result<StaffPlan, readonly string[]> {
  const records = recordsOf(rows, STAFF_COLUMNS);
  if (!records.ok) return refused(records.refusal);
  const members = known.members.map((one) => ({ ...one, positions: [...one.positions], roles: [...one.roles] }));
  const logins = new Set(known.takenLogins);
  const report: SheetReportRow[] = [];
  const writes: StaffWrite[] = [];
  for (const record of records.value) {
    const title = [record.value.familyName, record.value.givenName].join(" ").trim() || "без имени";
    const read = readRow(record, known, members, logins);
    if (!read.ok) {
      const { key, text } = read.refusal;
      report.push({
        row: record.row,
        outcome: "refused",
        title,
        changes: [],
        problem: { cell: record.cell(key), text },
      });
      continue;
    }
    const write = read.value;
    const changes = changesOf(write);
    if (changes.length > 0) {
      apply(write, members, logins);
      writes.push(write);
    }
    const outcome = write.isNew ? "added" : changes.length > 0 ? "updated" : "unchanged";
    report.push({ row: record.row, outcome, title, changes: write.isNew ? [] : changes, problem: null });
  }
  return done({ report, writes });
}

function readRow(
  { value }: SheetRecord<Key>,
  known: StaffKnown,
  members: readonly StaffMember[],
  logins: ReadonlySet<string>,
): Result<StaffWrite, Fault> {
  for (const [key, text] of [
    ["familyName", "Укажите фамилию."],
    ["givenName", "Укажите имя."],
    ["position", "Укажите должность."],
  ] as const)
    if (value[key] === "" || value[key].length > 120) return refused({ key, text });
  const organisation = organisationOf(value.organisation, known.organisations);
  if (!organisation.ok) return refused({ key: "organisation", text: organisation.refusal });
  const from = value.from === "" ? undefined : dayOf(value.from);
  if (value.from !== "" && !from)
    return refused({ key: "from", text: `«${value.from}» не день. Напишите его в виде 01.09.2021.` });
  const role = value.role === "" ? null : ROLE_WORDS[matchKey(value.role)];
  if (role === undefined || (role && !known.grantable.includes(role)))
    return refused({
      key: "role",
      text: `Роль «${value.role}» здесь не дать. Возможные: ${known.grantable.map((one) => ROLE_NAME[one]).join(", ")}.`,
    });
  const login = value.login === "" ? null : Login.safeParse(value.login);
  if (login && !login.success) return refused({ key: "login", text: login.error.issues[0]!.message });
  const found = members.filter(
    (one) => one.organisationId === organisation.value.id && nameKey(one) === nameKey(value),
  );
  if (found.length > 1)
    return refused({
      key: "familyName",
      text: "В этой организации два человека с таким именем. Внесите строку вручную в карточке.",
    });
  return fit(value, organisation.value.id, found[0], { from, role, login: login ? login.data : null }, known, logins);
}

/** The row against the person found: what it adds, or where it contradicts what is stored. */
function fit(
  value: SheetRecord<Key>["value"],
  organisationId: Id,
  member: StaffMember | undefined,
  wanted: { from: LocalDate | undefined; role: Role | null; login: string | null },
  known: StaffKnown,
  logins: ReadonlySet<string>,
): Result<StaffWrite, Fault> {
  const held = member?.positions.find((one) => matchKey(one.position) === matchKey(value.position));
  if (held && wanted.from && held.from !== wanted.from)
    return refused({
      key: "from",
      text: `В карточке эта должность с ${printed(held.from)}. Исправьте день в карточке или в строке.`,
    });
  if (member && value.phone !== "" && member.phone !== "" && member.phone !== value.phone)
    return refused({ key: "phone", text: "В карточке другой телефон. Исправьте его в карточке или в строке." });
  if (member?.login && wanted.login && member.login !== wanted.login)
    return refused({ key: "login", text: `У человека уже есть вход с логином ${member.login}.` });
  const newLogin = wanted.login && !member?.login ? wanted.login : null;
  if (newLogin && logins.has(newLogin))
    return refused({ key: "login", text: "Логин занят другим человеком. Укажите другой." });
  return done({
    member: member ?? {
      personId: undefined,
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

function apply(write: StaffWrite, members: StaffMember[], logins: Set<string>): void {
  const { member } = write;
  if (write.isNew) members.push(member);
  if (write.position) member.positions.push(write.position);
  if (write.role) member.roles.push(write.role);
  if (write.phone) member.phone = write.phone;
  if (write.login) {
    member.login = write.login;
    logins.add(write.login);
  }
}

function changesOf(write: StaffWrite): SheetReportRow["changes"] {
  const added = (field: string, after: string | null | undefined) => (after ? [{ field, before: "", after }] : []);
  return [
    ...added("Должность", write.position?.position),
    ...added("Роль", write.role && ROLE_NAME[write.role]),
    ...added("Логин", write.login),
    ...added("Телефон", write.phone),
  ];
}

function organisationOf(text: string, organisations: readonly StaffOrganisation[]): Result<StaffOrganisation, string> {
  const key = matchKey(text);
  const found = organisations.filter(
    (one) => matchKey(one.name) === key || matchKey(one.shortName) === key || one.inn === text,
  );
  if (text === "" || found.length === 0)
    return refused(
      `Организации «${text}» здесь нет. Напишите её так, как в списке организаций, или внесите её сначала.`,
    );
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
