import { createBrowserRouter, type RouteObject, type RouterProviderProps } from "react-router";
import { arriving } from "./arriving.tsx";
import { AppShell } from "./shell/app-shell.tsx";
import { Landing } from "./shell/landing.tsx";
import { navigationOf } from "./shell/navigation.ts";
import { NotFoundPage } from "./shell/not-found-page.tsx";
import { RootLayout } from "./shell/root-layout.tsx";
import { RouteFault } from "./shell/route-fault.tsx";
import { SignedIn } from "./shell/signed-in.tsx";
import type { PageHandle } from "./page-tabs.ts";
import type { SliceAddition, SlicePart, SliceRoute } from "./slice-route.ts";
import { PageSkeleton } from "./ui/skeleton.tsx";

/** The router of the whole product in a browser; `drawn`: the page stands there already, as the server has drawn it. */
export function makeRouter(routes: RouteObject[], drawn = false) {
  // a page that stands there keeps its scroll
  const router = createBrowserRouter(routes, drawn ? { hydrationData: { loaderData: {} } } : {});
  // the code of the first page comes while the server is asked who is there; what fails here is said where it is shown
  void codeOf(router).catch(() => undefined);
  return router;
}

/** Fetches the code of the page that a router stands at; that page is then drawn whole at once. */
export async function codeOf(router: RouterProviderProps["router"]): Promise<void> {
  const handles = router.state.matches.map(({ route }) => route.handle as PageHandle | undefined);
  await Promise.all(handles.map((handle) => handle?.fetch()));
}

/** The addresses of the whole product from the pages of its slices and what slices add to one another's pages. */
export function routesOf(slices: readonly SliceRoute[], additions: readonly SliceAddition[] = []): RouteObject[] {
  const navigation = navigationOf(slices);
  const of = (layout: SliceRoute["layout"]) =>
    slices.filter((slice) => slice.layout === layout).map((slice) => routeOf(slice, additions));
  return [
    {
      element: <RootLayout />,
      errorElement: <RouteFault />,
      children: [
        ...of("bare"),
        { element: <SignedIn />, children: of("wide") },
        {
          element: (
            <SignedIn>
              <AppShell navigation={navigation} />
            </SignedIn>
          ),
          children: [
            {
              errorElement: <RouteFault />,
              children: [
                ...(slices.some((slice) => slice.path === "/")
                  ? []
                  : [{ index: true, element: <Landing navigation={navigation} /> }]),
                ...of("app"),
                { path: "*", element: <NotFoundPage /> },
              ],
            },
          ],
        },
      ],
    },
  ];
}

function routeOf(slice: SliceRoute, additions: readonly SliceAddition[]): RouteObject {
  const parts = [...(slice.parts ?? []), ...additions.filter((addition) => addition.of === slice.path)];
  const tabs = parts.flatMap((part) => (part.tab ? [{ path: part.path, ...part.tab }] : []));
  return {
    path: slice.path,
    ...shownBy(slice, { tabs: tabs.sort((one, other) => one.order - other.order), visible: slice.navigation?.visible }),
    errorElement: <RouteFault />,
    children: parts.map((part) =>
      part.path === "" ? { index: true, ...shownBy(part) } : { path: part.path, ...shownBy(part) },
    ),
  };
}

function shownBy(
  { page, picture }: Pick<SlicePart, "page" | "picture">,
  { tabs = [], visible }: Partial<Pick<PageHandle, "tabs" | "visible">> = {},
) {
  const Page = arriving(page, <PageSkeleton />);
  return { element: <Page />, handle: { tabs, fetch: Page.fetch, picture, visible } satisfies PageHandle };
}
