import { expect, it } from "vitest";
import { pageAfter } from "./page-after.ts";

it.each([
  ["/reports?q=1", "/reports?q=1"],
  [null, "/"],
  ["", "/"],
  ["https://evil.example", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/\n\\evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?next=/x", "/"],
  ["/second-step", "/"],
])("after sign-in %o leads to %s", (next, page) => expect(pageAfter(next)).toBe(page));
