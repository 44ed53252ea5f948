import { done, refused, type Result } from "#shared/result.ts";
import { recordsOf, type SheetReportRow, type SheetRows } from "#features/places/model/sheet.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { readStaffRow, STAFF_COLUMNS, type StaffKnown, type StaffMember, type StaffWrite } from "./staff-row.ts";

export interface StaffPlan {
  readonly report: readonly SheetReportRow[];
  readonly writes: readonly StaffWrite[];
}

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
    const read = readStaffRow(record, known, members, logins);
    if (!read.ok) {
      report.push({
        row: record.row,
        outcome: "refused",
        title,
        changes: [],
        problems: read.refusal.map(({ key, text }) => ({ cell: record.cell(key), text })),
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
    report.push({ row: record.row, outcome, title, changes: write.isNew ? [] : changes, problems: [] });
  }
  return done({ report, writes });
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
