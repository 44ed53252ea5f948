import { enlarge, ENLARGED, expectRoomy } from "../support/zoomed-page.ts";
import { visitScreens } from "./visit.ts";

for (const what of ENLARGED)
  visitScreens({
    title: `enlarged twice: ${what}`,
    width: "desktop",
    prepare: (page) => enlarge(page, what),
    look: (page) => expectRoomy(page),
  });
