import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { matchPath } from "react-router";
import { describe, expect, it } from "vitest";
import { GUIDE_OF, GUIDE_TITLE, GUIDES, isToldTo, TOLD_SECTIONS } from "#features/guide/model/guides.ts";
import { readGuide, type Block, type Guide } from "#features/guide/model/read-guide.ts";
import { ROLES } from "#shared/actor.ts";
import { catalogueFolders, catalogueIn } from "../../scripts/english/catalogue.ts";
import { ownFiles } from "./own-files.ts";

const FOLDER = join("docs", "guide", "roles");
const LANGUAGES = ["ru", "en"] as const;
type Language = (typeof LANGUAGES)[number];

const textOf = (name: string, language: Language) =>
  readFileSync(join(FOLDER, language === "en" ? "en" : "", `${name}.md`), "utf8");
const guideOf = (name: string, language: Language): Guide => readGuide(textOf(name, language));
const blocksOf = ({ lead, sections }: Guide): readonly Block[] => [
  ...lead,
  ...sections.flatMap(({ blocks }) => blocks),
];
const linksOf = (guide: Guide) =>
  blocksOf(guide)
    .flatMap((block) => (block.kind === "text" ? block.pieces : block.kind === "picture" ? [] : block.items.flat()))
    .flatMap(({ to }) => (to ? [to] : []));
const picturesOf = (guide: Guide) => blocksOf(guide).flatMap((block) => (block.kind === "picture" ? [block.name] : []));

/** What both languages of a guide have in common. */
const shapeOf = (guide: Guide) => ({
  lead: guide.lead.map(({ kind }) => kind),
  sections: guide.sections.map(({ anchors, blocks }) => ({
    anchors,
    blocks: blocks.map((block) =>
      block.kind === "text" || block.kind === "picture" ? block.kind : block.items.length,
    ),
  })),
  links: linksOf(guide),
  pictures: picturesOf(guide).map((name) => name.replace(/-en$/, "")),
});

/** Addresses of pages, and of parts under any of them, as the slices declare them. */
const declared = ownFiles(["src/features"], /^routes\.tsx$/).flatMap((path) =>
  [...readFileSync(path, "utf8").matchAll(/\bpath: "([^"]+)"/g)].map(([, address]) => address!),
);
const pages = declared.filter((address) => address.startsWith("/"));
const parts = declared.filter((address) => !address.startsWith("/"));
const addresses = [...pages, ...pages.flatMap((page) => parts.map((part) => `${page}/${part}`))];

/** Words of the pages in each language, joined by lines. */
const catalogue = catalogueFolders().flatMap((folder) => [...catalogueIn(folder)]);
const said: Readonly<Record<Language, readonly string[]>> = {
  ru: catalogue.map(([russian]) => russian),
  en: catalogue.map(([, english]) => english),
};
const QUOTED = { ru: /«([^»]+)»/g, en: /“([^”]+)”/g } as const;
/** Examples of figures in words, which pages put together of parts. */
const EXAMPLES = new Set(["6 из 6 четвертей", "6 of 6 terms"]);
const plain = (text: string) => text.replaceAll("\u00A0", " ");

/** The text of a button or a page as its code has it: its figure or name left open. */
const openEnded = (words: string) => plain(words).replace(/(?:: \d+| …)$/, "");

describe("the guides", () => {
  it("are one for each name, in both languages, and each role has one", () => {
    for (const folder of [FOLDER, join(FOLDER, "en")])
      expect(readdirSync(folder).filter((name) => name.endsWith(".md"))).toEqual(
        GUIDES.map((name) => `${name}.md`).sort(),
      );
    expect(Object.keys(GUIDE_OF).sort()).toEqual([...ROLES].sort());
  });

  describe.each(GUIDES)("%s", (name) => {
    it("has the same steps, anchors, links and pictures in both languages", () => {
      expect(shapeOf(guideOf(name, "en"))).toEqual(shapeOf(guideOf(name, "ru")));
      expect(guideOf(name, "ru").title).toBe(GUIDE_TITLE[name]);
      expect(guideOf(name, "en").title).toBe(new Map(catalogue).get(GUIDE_TITLE[name]));
    });

    describe.each(LANGUAGES)("in %s", (language) => {
      const guide = guideOf(name, language);

      it("leads to pages that are there, and to sections that other guides have", () => {
        const lost = linksOf(guide).filter((link) => {
          const [path = "", anchor] = link.split("#");
          if (!addresses.some((address) => matchPath(address, path))) return true;
          if (anchor === undefined) return false;
          const other = guideOf(path.replace("/help/", ""), language);
          return !other.sections.some(({ anchors }) => anchors.includes(anchor));
        });
        expect(lost).toEqual([]);
      });

      it("shows pictures that are there", () => {
        const lost = picturesOf(guide).filter((picture) => !existsSync(join(FOLDER, "pictures", `${picture}.png`)));
        expect(lost).toEqual([]);
        expect(picturesOf(guide).every((picture) => picture.endsWith("-en") === (language === "en"))).toBe(true);
      });

      it("names pages, buttons and fields as they are named", () => {
        const quoted = [...textOf(name, language).matchAll(QUOTED[language])].map(([, words]) => words!);
        const lost = quoted.filter(
          (words) =>
            !EXAMPLES.has(plain(words)) &&
            !said[language].some((text) => {
              const shown = plain(text).replace(/(?: \{\d\}|:)*$/, "");
              return shown === plain(words) || shown === openEnded(words) || shown.startsWith(`${plain(words)}, `);
            }),
        );
        expect(lost).toEqual([]);
      });
    });
  });
});

/** Words in quotes beside a named section that are none. */
const NOT_SECTIONS = new Set(["how-to", "returned"]);

describe("links of pages to the guides", () => {
  const named = ownFiles(["src"], /\.tsx$/).flatMap((path) =>
    [
      ...readFileSync(path, "utf8").matchAll(/(?:howTo=|name="how-to" facts=\{\{ section: )(?:"[\w-]+"|\{[^}]*\})/g),
    ].flatMap(([link]) =>
      [...link.matchAll(/"([\w-]+)"/g)].map(([, section]) => section!).filter((word) => !NOT_SECTIONS.has(word)),
    ),
  );

  it("name sections that are known", () => {
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((section) => !TOLD_SECTIONS.includes(section))).toEqual([]);
  });

  it.each(TOLD_SECTIONS)("%s stands in the guide of every role that is led there", (section) => {
    const told = ROLES.filter((role) => isToldTo(role, section));
    expect(told.length).toBeGreaterThan(0);
    for (const role of told)
      for (const language of LANGUAGES)
        expect(
          guideOf(GUIDE_OF[role], language).sections.filter(({ anchors }) => anchors.includes(section)),
          `${role}, ${language}`,
        ).toHaveLength(1);
  });
});
