import { describe, expect, it } from "vitest";
import { makeId } from "./ids.ts";
import { chosenRows, ChosenRow, eachRow } from "./each-row.ts";
import { commonProblem, Problem } from "./problem.ts";

const rows = ["a", "b", "c"].map((id) => ({ id }));

describe("the same done to each row", () => {
  it("goes on past a refusal and tells it by its row, in the order of ids", async () => {
    const seen: string[] = [];
    const outcome = await eachRow([...rows].reverse(), async ({ id }) => {
      seen.push(id);
      if (id === "b") throw new Problem("answered", 409, "Уже отвечено.");
      return id;
    });
    expect(seen).toEqual(["a", "b", "c"]);
    expect(outcome).toEqual({ done: ["a", "c"], refused: [{ id: "b", code: "answered", text: "Уже отвечено." }] });
  });

  it("tells of a form's refusal what stands beside its first field", async () => {
    const { refused } = await eachRow(rows.slice(0, 1), () =>
      Promise.reject(new Problem("incomplete", 422, "Заполните отмеченные поля.", { fields: { text: "Напишите." } })),
    );
    expect(refused).toEqual([{ id: "a", code: "incomplete", text: "Напишите." }]);
  });

  it("tells of a row that was changed meanwhile, where nothing stands beside it to compare", async () => {
    const { refused } = await eachRow(rows.slice(0, 1), () => Promise.reject(commonProblem("stale-write")));
    expect(refused[0]).toMatchObject({ code: "stale-write", text: expect.stringContaining("и повторите") });
  });

  it("is refused whole where nothing of it is one's own, and by any fault that is no refusal", async () => {
    await expect(eachRow(rows, () => Promise.reject(commonProblem("not-found")))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(eachRow(rows, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    const some = await eachRow(rows, async ({ id }) => {
      throw id === "a" ? commonProblem("not-allowed") : new Problem("closed", 409, "Закрыто.");
    });
    expect(some.refused).toHaveLength(3);
  });
});

it("takes rows once each, at least one and no more than a hundred", () => {
  const list = chosenRows(ChosenRow);
  const row = () => ({ id: makeId(), version: 1 });
  const one = row();
  expect(list.safeParse([one, row()]).success).toBe(true);
  for (const wrong of [[], [one, one], Array.from({ length: 101 }, row)])
    expect(list.safeParse(wrong).success).toBe(false);
});
