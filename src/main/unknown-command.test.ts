import { expect, it } from "vitest";
import { unknownCommand } from "./unknown-command.ts";

const KNOWN = ["read", "user add", "user link", "token add", "journal verify", "backup key", "backup", "demo remove"];

it.each([
  [["fly"], "Команды «fly» нет."],
  [["fly", "away", "now"], "Команды «fly away» нет."],
  [["raed", "план.docx"], "Команды «raed план.docx» нет. Возможно, «read»."],
  [["usr", "add", "--login", "a@b.test"], "Команды «usr add» нет. Возможно, «user add»."],
  [["demo", "remvoe"], "Команды «demo remvoe» нет. Возможно, «demo remove»."],
  [["bakup"], "Команды «bakup» нет. Возможно, «backup»."],
  [["Backup"], "Команды «Backup» нет. Возможно, «backup»."],
  [["user"], "Команды «user» нет. Возможно, «user add» или «user link»."],
  [["journal", "check"], "Команды «journal check» нет. Возможно, «journal verify»."],
  [["--force"], "Команды «--force» нет."],
])("of %j says: %s", (args, told) => {
  expect(unknownCommand(args, KNOWN)).toBe(told);
});
