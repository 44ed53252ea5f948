import { expect, it } from "vitest";
import { statementsOf } from "./statements.ts";

it.each([
  ["one", ["one"]],
  ["one; two;", ["one", "two"]],
  ["select ';'; two", ["select ';'", "two"]],
  ["do $$ begin; end; $$; two", ["do $$ begin; end; $$", "two"]],
  ["do $x$ a; $$ b; $x$; two", ["do $x$ a; $$ b; $x$", "two"]],
  ["-- a; b\none; /* c; d */ two", ["-- a; b\none", "/* c; d */ two"]],
  ["one; -- nothing more; really\n", ["one"]],
])("cuts %j between statements only", (text, statements) => {
  expect(statementsOf(text)).toEqual(statements);
});
