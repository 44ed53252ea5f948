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

describe("the page that brings a picture", () => {
  it("asks for its styles and one short script, then shows, then has its code fetched in order", () => {
    const page = pictureShell(PAGE)!({ markup: "<p>список</p>", facts: { path: "/todo", answers: {} } });
    expect(page.replaceAll(/\n\s*/g, "")).toBe(
      '<!doctype html><html lang="ru"><head><link rel="stylesheet" crossorigin href="/assets/first-3.css">' +
        '<script src="/assets/before-code-4.js" data-code="/assets/ground-1.js /assets/first-2.js"></script></head><body>' +
        '<div id="root"><p>список</p></div>' +
        '<script type="application/json" id="first-picture">{"path":"/todo","answers":{}}</script></body></html>',
    );
  });

  it("holds facts as they are, whatever words are in them", () => {
    const title = "</script><!--<script> $& $1 \u2028";
    const page = pictureShell(PAGE)!({ markup: "$& $1", facts: { path: "/todo", answers: { "/api/a": title } } });
    const [, facts = ""] = /id="first-picture">(.*?)<\/script>/s.exec(page)!;
    expect(facts).not.toContain("<");
    expect(JSON.parse(facts).answers).toEqual({ "/api/a": title });
    expect(page).toContain('<div id="root">$& $1</div>');
  });

  it.each([
    ["without the short script", PAGE.replace(/<meta[^>]*>/, "")],
    ["without code", PAGE.replaceAll(/<script[^>]*><\/script>/g, "")],
    ["without a place", PAGE.replace('id="root"', 'id="other"')],
  ])("is not made of a page %s", (_, page) => expect(pictureShell(page)).toBeUndefined());
});
