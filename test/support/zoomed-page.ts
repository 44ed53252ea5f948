import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * How a page is enlarged twice: everything, as a browser does by Ctrl+plus in a window 1360 px wide; the text alone; or the size of letters
 * that the browser is set to.
 */
export const ENLARGED = ["everything", "text", "letters"] as const;
export type Enlarged = (typeof ENLARGED)[number];

/** Before a page is opened: half the window in each direction is what a window of 1360 × 900 holds at 200 %. */
export async function setWindow(page: Page, what: Enlarged): Promise<void> {
  await page.setViewportSize(what === "everything" ? { width: 680, height: 450 } : { width: 1360, height: 900 });
}

/** The page as it stands gets letters twice as large, with their lines. */
export async function enlargeText(page: Page, what: Enlarged): Promise<void> {
  if (what === "everything") return;
  await page.evaluate((isText) => {
    if (!isText) return void (document.documentElement.style.fontSize = "200%");
    const sizes = [...document.querySelectorAll<HTMLElement>("body, body *:not(svg, svg *)")].map((element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      return { element, font: Number.parseFloat(fontSize), line: Number.parseFloat(lineHeight) };
    });
    for (const { element, font, line } of sizes) {
      element.style.fontSize = `${font * 2}px`;
      if (!Number.isNaN(line)) element.style.lineHeight = `${line * 2}px`;
    }
  }, what === "text");
  // the chart measures its sheet anew for the letters it has now
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * Nothing rolls sideways but within its own region, no words are cut, no control and no words lie over others. `withDrawn`: the words of the chart
 * and the heat map too; where a place on the sheet is a day they keep to their days, however large the text alone is made.
 */
export async function expectRoomy(page: Page, withDrawn: boolean): Promise<void> {
  const found = await page.evaluate((isWhole) => {
    const root = document.documentElement;
    const sideways = root.scrollWidth - root.clientWidth;
    const words = (element: Element) =>
      (element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 40);
    const cut = [...document.querySelectorAll<HTMLElement>(isWhole ? "body *" : "body *:not(.gantt *)")]
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element);
        const clips = ["hidden", "clip"].includes(overflowX) || textOverflow === "ellipsis";
        return (
          clips && words(element) !== "" && element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 1
        );
      })
      .map(words);

    /** what of the control can be seen and pressed: lines of a link apart, cut by whatever rolls */
    const pieces = (control: Element, own: readonly DOMRect[] = [...control.getClientRects()], itself = false) => {
      // a field leaves room at its ends for buttons of its own
      const { paddingLeft, paddingRight } = getComputedStyle(control);
      const [from, to] = control.matches("input")
        ? [Number.parseFloat(paddingLeft), Number.parseFloat(paddingRight)]
        : [0, 0];
      let rects = own.map(({ left, top, right, bottom }) => ({
        left: left + from,
        top,
        right: right - to,
        bottom,
      }));
      for (let box = itself ? control : control.parentElement; box; box = box.parentElement) {
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
    type Rects = ReturnType<typeof pieces>;
    const meet = (ones: Rects, others: Rects, least: number) =>
      ones.some((a) =>
        others.some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > least &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > least,
        ),
      );
    const over: string[] = [];
    for (const [at, one] of controls.entries())
      for (const other of controls.slice(at + 1)) {
        if (one.floor !== other.floor || one.control.contains(other.control)) continue;
        if (meet(one.rects, other.rects, 2)) over.push(`«${words(one.control)}» and «${words(other.control)}»`);
      }
    /** words that lie on one another, line by line */
    const lines = [
      ...document.querySelectorAll<HTMLElement>(
        isWhole ? "body *:not(svg *, script, noscript)" : "body *:not(svg *, script, noscript, .gantt *, .hm *)",
      ),
    ]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .flatMap((element) =>
        [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== "")
          .map((node) => {
            const range = document.createRange();
            range.selectNode(node);
            const cutBy = pieces(element, [...range.getClientRects()], true);
            return { element, text: node.textContent!.trim().slice(0, 30), floor: floorOf(element), rects: cutBy };
          }),
      )
      .filter(({ rects }) => rects.length > 0);
    const fromTop = lines
      .flatMap(({ rects, ...line }) => rects.map((rect) => ({ ...line, rect })))
      .sort((one, other) => one.rect.top - other.rect.top);
    for (const [at, one] of fromTop.entries())
      for (let below = at + 1; below < fromTop.length && fromTop[below]!.rect.top < one.rect.bottom - 6; below += 1) {
        const other = fromTop[below]!;
        if (one.element === other.element || one.floor !== other.floor) continue;
        if (meet([one.rect], [other.rect], 6)) over.push(`words «${one.text}» and «${other.text}»`);
      }
    const rolled = [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      // tables, the chart and rows of tabs roll in regions of their own
      .filter((element) => !element.matches(".tabs, textarea") && !element.querySelector("table, svg[role]"))
      .map((element) => element.className || words(element));
    return { sideways, cut, over, rolled };
  }, withDrawn);
  expect(found, `enlarged: ${page.url()}`).toEqual({ sideways: 0, cut: [], over: [], rolled: [] });
}
