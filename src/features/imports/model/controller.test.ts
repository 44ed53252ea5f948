import { expect, it } from "vitest";
import { DISTRICT, draft, read, TODAY } from "../../../../test/support/import-samples.ts";
import { document } from "../../../../test/support/grid-builder.ts";
import { matchKey } from "#domain/russian/match-key.ts";
import { dictionaryFrom } from "#features/places/model/usual-codes.ts";
import { districtOf } from "./district.ts";
import { mayBeRemembered } from "./remembering.ts";

const order = (control: string) =>
  read(
    document(
      "О поддержке чтения",
      "приказываю:",
      "1. Методическому центру разработать планы чтения до 15.10.2026.",
      "2. Методическому центру провести недели чтения ежегодно, март.",
      "3. Методическому центру собрать отчёты до 01.12.2026.",
      `4. Контроль за исполнением приказа ${control}.`,
    ),
  );
const own = order("оставляю за собой");
const asked = (source: typeof own) => draft(source).doubts.filter(({ topic }) => topic === "control");

it("is one question for all points of an order, and whoever signs orders is proposed", () => {
  expect(asked(own)).toMatchObject([
    { quote: "оставляю за собой", suggested: "signs", options: [{ key: "signs" }, { key: "outside" }] },
  ]);
  const [control] = asked(own);
  expect(control!.places.map(({ measureKey, row }) => [measureKey, row])).toEqual([
    ["t0r0", 3],
    ["t0r1", 3],
    ["t0r2", 3],
  ]);
  const { rows } = draft(own, [{ doubtId: control!.id, option: "signs", remember: false }]);
  expect(rows.map(({ measure }) => measure.parties.at(-1))).toEqual(
    rows.map(() => ({
      name: "оставляю за собой",
      part: "accountable",
      audience: { kind: "organisationKind", kinds: ["authority"] },
    })),
  );
});

it("whoever is named and is there is proposed first", () => {
  const [named] = asked(order("возложить на директора методического центра"));
  expect(named!.options.map(({ label }) => label)).toContain("Методический центр");
  expect(named!.suggested).toBe("meaning-1");
});

it("is kept out of the dictionary, and one that the dictionary names is not asked", () => {
  const [control] = asked(own);
  expect(mayBeRemembered(control!)).toBe(false);
  expect(draft(own, [{ doubtId: control!.id, option: "signs", remember: true }]).remembered).toEqual([]);
  const code = "начальника отдела";
  const known = dictionaryFrom([{ code, matchKey: matchKey(code), audience: { kind: "territory" }, own: true }]);
  const { doubts } = draft(order(`возложить на ${code}`), [], undefined, districtOf(DISTRICT.registry, known, TODAY));
  expect(doubts.filter(({ topic }) => topic === "control")).toEqual([]);
});
