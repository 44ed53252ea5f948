import { describe, expect, it } from "vitest";
import { pictureShell } from "./page-shell.ts";

const PAGE = `<!doctype html>
<html lang="ru">
  <head>
    <link rel="preload" href="/api/session" as="fetch" type="application/json" crossorigin="anonymous" />
    <script type="module" crossorigin src="/assets/first-2.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/ground-1.js">
    <link rel="stylesheet" crossorigin href="/assets/first-3.css">
    <meta name="before-code" content="/assets/before-code-4.js">
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>`;

const STYLES = "/assets/first-3.css";
const read = (address: string) => Promise.resolve(`${address}{}$&`);
const picture = (answers = {}) => ({ markup: "<p>список</p>", facts: { path: "/todo", answers } });
const after =
  '<script src="/assets/before-code-4.js" data-code="/assets/ground-1.js /assets/first-2.js"></script></head><body>' +
  '<div id="root"><p>список</p></div>' +
  '<script type="application/json" id="first-picture">{"path":"/todo","answers":{}}</script></body></html>';

describe("the page that brings a picture", () => {
  it.each([
    ["asks for the styles that the device keeps", STYLES, `<link rel="stylesheet" crossorigin href="${STYLES}">`],
    ...[undefined, "/assets/first-2.css"].map((kept) => [
      `brings its styles to a device that keeps ${kept ?? "none"}`,
      kept,
      `<link rel="preload" as="script" href="/assets/before-code-4.js"><style data-address="${STYLES}">${STYLES}{}$&</style>`,
    ]),
  ])("%s, then has one short script, then shows, then has its code fetched in order", async (_, kept, styles) => {
    const page = (await pictureShell(PAGE, read))!(picture(), kept);
    expect(page.replaceAll(/\n\s*/g, "")).toBe(`<!doctype html><html lang="ru"><head>${styles}${after}`);
  });

  it("holds facts as they are, whatever words are in them", async () => {
    const title = "</script><!--<script> $& $1 \u2028";
    const page = (await pictureShell(PAGE, read))!({ ...picture({ "/api/a": title }), markup: "$& $1" }, STYLES);
    const [, facts = ""] = /id="first-picture">(.*?)<\/script>/s.exec(page)!;
    expect(facts).not.toContain("<");
    expect(JSON.parse(facts).answers).toEqual({ "/api/a": title });
    expect(page).toContain('<div id="root">$& $1</div>');
  });

  it.each([
    ["without the short script", PAGE.replace(/<meta[^>]*>/, "")],
    ["without code", PAGE.replaceAll(/<script[^>]*><\/script>/g, "")],
    ["without styles", PAGE.replace(/<link rel="stylesheet"[^>]*>/, "")],
    ["without a place", PAGE.replace('id="root"', 'id="other"')],
  ])("is not made of a page %s", async (_, page) => expect(await pictureShell(page, read)).toBeUndefined());
});
