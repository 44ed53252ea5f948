import { lazy, Suspense } from "react";
import { createBrowserRouter, type RouteObject } from "react-router";
import { AppShell } from "./shell/app-shell.tsx";
import { Landing } from "./shell/landing.tsx";
import { navigationOf } from "./shell/navigation.ts";
import { NotFoundPage } from "./shell/not-found-page.tsx";
import { RootLayout } from "./shell/root-layout.tsx";
import { RouteFault } from "./shell/route-fault.tsx";
import { SignedIn } from "./shell/signed-in.tsx";
import type { PageModule, SliceRoute } from "./slice-route.ts";
import { PageSkeleton } from "./ui/skeleton.tsx";

/** The router of the whole product from the pages of its slices. */
export function makeRouter(slices: readonly SliceRoute[]) {
  const navigation = navigationOf(slices);
  const of = (layout: SliceRoute["layout"]) => slices.filter((slice) => slice.layout === layout).map(routeOf);
  return createBrowserRouter([
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
  ]);
}

function routeOf(slice: SliceRoute): RouteObject {
  return {
    path: slice.path,
    element: lazily(slice.page),
    errorElement: <RouteFault />,
    children: (slice.parts ?? []).map((part) =>
      part.path === "" ? { index: true, element: lazily(part.page) } : { path: part.path, element: lazily(part.page) },
    ),
  };
}

function lazily(page: PageModule) {
  const Page = lazy(page);
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Page />
    </Suspense>
  );
}
