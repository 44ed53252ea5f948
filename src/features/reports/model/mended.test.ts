import { expect, it } from "vitest";
import { mendedAfter } from "./mended.ts";

type Steps = Parameters<typeof mendedAfter>[0]["steps"];
const steps = (...names: Steps[number]["step"][]): Steps =>
  names.map((step, at) => ({
    step,
    personName: step === "return" ? "Н. А. Ветрова" : "Т. В. Громова",
    at: `2021-12-10T06:1${at}:00Z`,
    remark: step === "return" ? `Замечание ${at}` : "",
  }));

it.each([
  ["sent once", steps("submit")],
  ["a return taken back", steps("submit", "return", "reopen")],
  ["an acceptance taken back", steps("submit", "accept", "reopen")],
])("nothing is mended: %s", (_what, taken) => {
  expect(mendedAfter({ state: "submitted", steps: taken })).toBeNull();
});

it("is silent while the report does not wait for a decision", () => {
  expect(mendedAfter({ state: "accepted", steps: steps("submit", "return", "submit", "accept") })).toBeNull();
});

it.each([
  ["sent again", steps("submit", "return", "submit"), "Замечание 1", "2021-12-10T06:12:00Z"],
  ["withdrawn and sent once more", steps("submit", "return", "submit", "withdraw", "submit"), "Замечание 1", "14"],
  ["returned twice", steps("submit", "return", "submit", "return", "submit"), "Замечание 3", "14"],
  ["a second return taken back", steps("submit", "return", "submit", "return", "reopen"), "Замечание 1", "12"],
])("says the remark and when it was answered: %s", (_what, taken, remark, at) => {
  const mended = mendedAfter({ state: "submitted", steps: taken });
  expect(mended).toMatchObject({ remark, personName: "Н. А. Ветрова" });
  expect(mended?.mendedAt).toContain(at);
});
