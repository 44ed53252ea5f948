import "./node-version.mjs";
import { say } from "./command.mjs";
import { writeGuidePictures } from "./guide-pictures.mjs";
import { writeGalleryPage } from "./gallery-page.mjs";
import { install } from "./install.mjs";
import { hasBrowser, prepareMachine } from "./machine.mjs";
import { runSuite } from "./suites.mjs";

/*
 * Suites that take longer than everything `npm test` runs and have commands of their own: `npm run stories` plays long stories through the
 * browser, `npm run gallery` takes a picture of every page at both widths in both themes into dist/gallery; with `-- --guide` those that
 * the guides of the roles show are taken anew too.
 */
const TITLES = { stories: "долгие истории", gallery: "снимки страниц" };
const LIMIT_MS = 60 * 60_000;

const [name, ...options] = process.argv.slice(2);
if (!Object.hasOwn(TITLES, name ?? "")) {
  say(`Назовите прогон: ${Object.keys(TITLES).join(", ")}.`);
  process.exit(2);
}
await Promise.all([install(), prepareMachine()]);
if (!hasBrowser()) {
  say("Нужен Chromium: без него этот прогон ничего не увидит.");
  process.exit(1);
}
const { passed, failed } = await runSuite(name, TITLES[name], Date.now() + LIMIT_MS);
if (name === "gallery") say(`Снимки: ${writeGalleryPage()}`);
if (name === "gallery" && options.includes("--guide") && failed === 0)
  say(`Снимков в памятках по ролям: ${await writeGuidePictures()}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
