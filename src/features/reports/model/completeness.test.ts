import { expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { missingIn } from "./completeness.ts";

it("says of a share what was given and what of", () => {
  const content = {
    kind: "done" as const,
    text: "сделано",
    doneOn: localDate("2026-10-14"),
    reason: "",
    obligationIds: ["o"],
    values: [{ obligationId: "o", plannedValueId: "v", year: 2026, value: 12, denominator: 10 }],
    evidence: [],
  };
  const planned = {
    id: "v",
    year: 2026,
    yearKind: "calendar" as const,
    label: "Доля",
    unit: "percent" as const,
    text: "60 %",
  };
  const missing = missingIn(content, {
    today: localDate("2026-10-22"),
    opensOn: localDate("2026-01-01"),
    obligations: [{ id: "o", needsEvidence: false, plannedValues: [planned] }],
  });
  expect(missing).toEqual({ "values.o.v.2026": "Получилось 12, а всего указано 10. Проверьте числа." });
});

it.each([
  ["calendar", "за 2026 год"],
  ["school", "за 2026/27 учебный год"],
] as const)("names the year of a missing fact as the programme counts its %s years", (yearKind, words) => {
  const planned = { id: "v", year: 2026, yearKind, label: "Доклады", unit: "count" as const, text: "3" };
  const missing = missingIn(
    { kind: "done", text: "Провели", doneOn: null, reason: "", obligationIds: ["o"], values: [], evidence: [] },
    {
      today: localDate("2026-10-22"),
      opensOn: localDate("2026-01-01"),
      obligations: [{ id: "o", needsEvidence: false, plannedValues: [planned] }],
    },
  );
  expect(missing["values.o.v.2026"]).toContain(words);
});
