import { renderToString } from "react-dom/server";
import { createMemoryRouter } from "react-router";
import type { DrawPicture } from "#shared/first-picture.ts";
import { meOf, placeCookie, SESSION_ADDRESS, sessionQuery, type Me, type SessionAnswer } from "./api/me.ts";
import { makeQueryClient } from "./api/query.ts";
import { UNHEARD } from "./api/sign-out.ts";
import { App } from "./app.tsx";
import { askedAt, keepAnswers } from "./picture-answers.ts";
import { codeOf, routesOf } from "./router.tsx";
import { sliceAdditions, sliceRoutes } from "./routes.tsx";
import { landingOf, navigationOf } from "./shell/navigation.ts";
import { Answering } from "./take-over.tsx";

const routes = routesOf(sliceRoutes, sliceAdditions);
const navigation = navigationOf(sliceRoutes);
const pictured = new Set(["/", ...sliceRoutes.flatMap(({ path, picture }) => (picture ? [path] : []))]);

/**
 * The first picture of a person's home, where that page has one (`SliceRoute.picture`): built for the server, which has no browser (see
 * `scripts/build.mjs`). What another of the person's pages shows, or a home without a picture, is drawn by the code.
 */
export const drawPicture: DrawPicture = async ({ path, cookies }, ask) => {
  // of any other page nothing is asked: it waits for no database
  if (!pictured.has(path)) return undefined;
  // whoever left while the server could not be reached is not shown again
  if (cookies[UNHEARD]) return undefined;
  const session = (await ask(SESSION_ADDRESS)) as SessionAnswer;
  const me = session && meOf(session, cookies[placeCookie(session.account.id)]);
  if (!me || me.owesFactor) return undefined;
  const home = landingOf(navigation, me);
  if (home === undefined || (path !== "/" && path !== home)) return undefined;
  const asked = askedAt(home, me);
  if (asked.length === 0) return undefined;
  const given = await Promise.all(asked.map(async ({ address }) => [address, await ask(address)] as const));
  const answers = { [SESSION_ADDRESS]: session, ...Object.fromEntries(given) };
  return { markup: await draw(home, me, answers), facts: { path: home, answers } };
};

async function draw(path: string, me: Me, answers: Readonly<Record<string, unknown>>): Promise<string> {
  const queries = makeQueryClient();
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  try {
    await codeOf(router);
    const now = Date.now();
    queries.setQueryData(sessionQuery.queryKey, me, { updatedAt: now });
    keepAnswers(queries, me, path, answers, now);
    return renderToString(
      <Answering>
        <App router={router} queries={queries} />
      </Answering>,
    );
  } finally {
    queries.clear();
    router.dispose();
  }
}
