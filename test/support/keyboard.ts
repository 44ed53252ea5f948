import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** More stops than any page between two things that somebody wants. */
const MOST_STOPS = 200;

/** Presses Tab once (or Shift+Tab) and looks at what had the focus before: while it had it, it was drawn otherwise than without it. */
async function step(page: Page, key: string): Promise<void> {
  await page.evaluate(() => {
    const focused = document.activeElement!;
    // what shows the focus of a hidden tick or of a choice is its label or its frame
    const around = [
      focused,
      focused.nextElementSibling,
      focused.parentElement,
      focused.closest("label"),
      focused.parentElement?.parentElement,
    ];
    const drawn = (element: Element | null | undefined) => {
      if (!element) return "";
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecorationLine } =
        getComputedStyle(element);
      return [
        outlineStyle,
        outlineWidth,
        outlineColor,
        boxShadow,
        borderColor,
        backgroundColor,
        textDecorationLine,
      ].join(" ");
    };
    const seen = { focused, with: around.map(drawn), drawn: () => around.map(drawn) };
    Object.assign(globalThis, { seen });
  });
  await page.keyboard.press(key);
  const unseen = await page.evaluate(() => {
    const { seen } = globalThis as unknown as {
      seen: { focused: HTMLElement; with: string[]; drawn: () => string[] };
    };
    const { focused } = seen;
    if (focused === document.body || focused === document.activeElement || !focused.isConnected) return "";
    // headings and regions take the focus from the page itself, to be read out
    if (focused.tabIndex < 0) return "";
    return seen.drawn().every((after, at) => after === seen.with[at]) ? focused.outerHTML.slice(0, 120) : "";
  });
  expect(unseen, `focus unseen on ${page.url()}`).toBe("");
}

/** Goes by Tab (or back by Shift+Tab) until the focus stands on it; it is seen at every stop, and nothing holds it. */
export async function tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const page = target.page();
  await target.waitFor({ state: "attached" });
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await step(page, key);
  }
  throw new Error(`${MOST_STOPS} presses of ${key} did not reach ${String(target)} on ${page.url()}`);
}

/** Goes there and presses: Enter for links and buttons, Space for ticks and choices. */
export async function pressAt(target: Locator, key = "Enter", way: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await tabTo(target, way);
  await target.page().keyboard.press(key);
}

/** Writes into a field in place of what is there. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await tabTo(field);
  await field.page().keyboard.press("Control+a");
  await field.page().keyboard.type(text);
}

/** After what stood over the page is gone, the focus is on something of the page, not lost. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body))
    .toBe(true);
}
