import { describe, expect, it } from "vitest";
import { draft, planGrids, read } from "../../../../test/support/import-samples.ts";
import type { Decision } from "./contract.ts";
import { openDoubts, type ReviewDoubt } from "./doubts.ts";
import { lateAnswers } from "./stale.ts";

const before = draft(read(planGrids())).doubts;
const [first, second] = openDoubts(before).filter(({ options }) => options.length > 1);
const mine: Decision = { doubtId: first!.id, option: first!.options[0]!.key, remember: false };
const theirs: Decision = { ...mine, option: first!.options[1]!.key };
const answered = (answer: Decision): ReviewDoubt[] =>
  before.map((doubt) => (doubt.id === answer.doubtId ? { ...doubt, answer } : doubt));

describe("answers given while somebody else answered too", () => {
  it("to other questions: they are sent again", () => {
    const other: Decision = { doubtId: second!.id, option: second!.options[0]!.key, remember: false };
    expect(lateAnswers([mine], before, answered(other))).toEqual({ again: [mine], lost: [] });
  });

  it("to the same question, otherwise: nothing is overwritten, theirs is told", () => {
    const { again, lost } = lateAnswers([mine], before, answered(theirs));
    expect(again).toEqual([]);
    expect(lost.map((one) => [one.decision, one.theirs])).toEqual([[mine, first!.options[1]!.label]]);
  });

  it("to the same question, alike: there is nothing to choose", () => {
    expect(lateAnswers([mine], before, answered(mine)).lost).toEqual([]);
  });

  it("an answer that stood before mine is no answer of theirs", () => {
    expect(lateAnswers([mine], answered(theirs), answered(theirs))).toEqual({ again: [mine], lost: [] });
  });

  it("to a question that their word did away with: it is not sent again", () => {
    expect(
      lateAnswers(
        [mine],
        before,
        before.slice(1).filter(({ id }) => id !== mine.doubtId),
      ).again,
    ).toEqual([]);
  });
});
