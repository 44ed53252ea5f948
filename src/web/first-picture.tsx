import { renderToString } from "react-dom/server";
import { createMemoryRouter, type RouteObject } from "react-router";
import type { DrawPicture, PictureFacts } from "#shared/first-picture.ts";
import type { Asking } from "./api/asking.ts";
import { meOf, placeCookie, SESSION_ADDRESS, sessionQuery, type Me, type SessionAnswer } from "./api/me.ts";
import { makeQueryClient } from "./api/query.ts";
import { UNHEARD } from "./api/sign-out.ts";
import { App } from "./app.tsx";
import type { PageHandle } from "./page-tabs.ts";
import { askedBy, hasPicture, keepAnswers, shownAt } from "./picture-answers.ts";
import { codeOf, routesOf } from "./router.tsx";
import { sliceAdditions, sliceRoutes } from "./routes.tsx";
import { landingOf, navigationOf } from "./shell/navigation.ts";
import { Answering } from "./take-over.tsx";

/** Letters of the answers that a page is drawn of: some 250 measures. */
const MOST_LETTERS = 256 * 1024;

const routes = routesOf(sliceRoutes, sliceAdditions);
const navigation = navigationOf(sliceRoutes);

/** Reads the code of all pages that have a picture, so that whoever asks for one waits for nothing but its drawing. */
export async function readPages(): Promise<void> {
  const shown = routes.flatMap(withinOf).flatMap(({ handle }) => (handle ? [handle as PageHandle] : []));
  await Promise.all(shown.flatMap(({ picture, fetch }) => (picture ? [fetch()] : [])));
}

const withinOf = (route: RouteObject): RouteObject[] => [route, ...(route.children ?? []).flatMap(withinOf)];

/**
 * The first picture of a page that has one (`SliceRoute.picture`): built for the server, which has no browser (see `scripts/build.mjs`).
 * Other pages are drawn by the code.
 */
export const drawPicture: DrawPicture = async ({ path, cookies }, ask) => {
  // where it leads is known of its person alone; of a page without a picture nothing is asked: it waits for no database
  const known = path === "/" ? undefined : shownAt(routes, path);
  if (known && !hasPicture(known)) return undefined;
  // whoever left while the server could not be reached is not shown again
  if (cookies[UNHEARD]) return undefined;
  const session = (await ask(SESSION_ADDRESS)) as SessionAnswer;
  const me = session && meOf(session, cookies[placeCookie(session.account.id)]);
  if (!me || me.owesFactor) return undefined;
  const at = known ? path : landingOf(navigation, me);
  if (at === undefined) return undefined;
  const shown = known ?? shownAt(routes, at);
  if (!hasPicture(shown)) return undefined;
  const asked = askedBy(shown, me);
  if (asked.length === 0) return undefined;
  const given = await Promise.all(asked.map(async ({ address }) => [address, await ask(address)] as const));
  // nothing else is served while a page is drawn: a long table is drawn by the code
  if (JSON.stringify(given).length > MOST_LETTERS) return undefined;
  const answers = { [SESSION_ADDRESS]: session, ...Object.fromEntries(given) };
  return { markup: await draw(at, me, { asked, answers }), facts: { path: at, answers } };
};

interface Answered {
  readonly asked: readonly Asking<unknown>[];
  readonly answers: PictureFacts["answers"];
}

async function draw(path: string, me: Me, { asked, answers }: Answered): Promise<string> {
  const queries = makeQueryClient();
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  try {
    await codeOf(router);
    const now = Date.now();
    queries.setQueryData(sessionQuery.queryKey, me, { updatedAt: now });
    keepAnswers(queries, asked, answers, now);
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
