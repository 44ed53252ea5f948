import type { Page } from "playwright-core";
import { expect } from "vitest";

/** How a page is enlarged twice: everything, as a browser does by Ctrl+plus in a window 1360 px wide, or the text alone. */
export const ENLARGED = ["everything", "text"] as const;
export type Enlarged = (typeof ENLARGED)[number];

/** Before a page is opened: half the window in each direction is what a window of 1360 × 900 holds at 200 %. */
export async function enlarge(page: Page, what: Enlarged): Promise<void> {
  if (what === "everything") return page.setViewportSize({ width: 680, height: 450 });
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.addInitScript(() =>
    addEventListener("DOMContentLoaded", () => {
      const { style } = document.documentElement;
      style.fontSize = "200%";
      // what a browser does that enlarges text alone, for sizes in pixels too
      style.setProperty("-webkit-text-size-adjust", "200%", "important");
    }),
  );
}

/** Nothing rolls sideways but within its own region, no words are cut, no control lies over another. */
export async function expectRoomy(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    const sideways = root.scrollWidth - root.clientWidth;
    const words = (element: Element) =>
      (element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 40);
    const cut = [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element);
        const clips = ["hidden", "clip"].includes(overflowX) || textOverflow === "ellipsis";
        return (
          clips && words(element) !== "" && element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 1
        );
      })
      .map(words);

    /** what of the control can be seen and pressed: lines of a link apart, cut by whatever rolls */
    const pieces = (control: Element) => {
      // a field leaves room at its ends for buttons of its own
      const { paddingLeft, paddingRight } = getComputedStyle(control);
      const [from, to] = control.matches("input")
        ? [Number.parseFloat(paddingLeft), Number.parseFloat(paddingRight)]
        : [0, 0];
      let rects = [...control.getClientRects()].map(({ left, top, right, bottom }) => ({
        left: left + from,
        top,
        right: right - to,
        bottom,
      }));
      for (let box = control.parentElement; box; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box);
        if (overflowX === "visible" && overflowY === "visible") continue;
        const edge = box.getBoundingClientRect();
        rects = rects.map((rect) => ({
          left: Math.max(rect.left, edge.left),
          top: Math.max(rect.top, edge.top),
          right: Math.min(rect.right, edge.right),
          bottom: Math.min(rect.bottom, edge.bottom),
        }));
      }
      return rects.filter(({ left, top, right, bottom }) => right - left > 2 && bottom - top > 2);
    };
    /** what stays while the page rolls under it: its place over the page is no fault */
    const floorOf = (control: Element) => {
      for (let box: Element | null = control; box; box = box.parentElement)
        if (["fixed", "sticky"].includes(getComputedStyle(box).position)) return box;
      return root;
    };
    const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=button]")]
      .filter((control) => control.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((control) => ({ control, rects: pieces(control), floor: floorOf(control) }))
      .filter(({ rects }) => rects.length > 0);
    const over: string[] = [];
    for (const [at, one] of controls.entries())
      for (const other of controls.slice(at + 1)) {
        if (one.floor !== other.floor || one.control.contains(other.control)) continue;
        const meet = one.rects.some((a) =>
          other.rects.some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2,
          ),
        );
        if (meet) over.push(`«${words(one.control)}» and «${words(other.control)}»`);
      }
    return { sideways, cut, over };
  });
  expect(found, `enlarged: ${page.url()}`).toEqual({ sideways: 0, cut: [], over: [] });
}
