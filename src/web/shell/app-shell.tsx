import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Outlet, useLocation } from "react-router";
import { useMe } from "../api/me.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { ClockBanner } from "./clock-banner.tsx";
import type { NavigationItem } from "./navigation.ts";
import { SideNav } from "./side-nav.tsx";
import { TopBar } from "./top-bar.tsx";
import { useRememberPages } from "../ui/came-from.ts";
import { Main } from "../ui/main.tsx";

/** The frame of every page for people who are signed in: navigation on the left, on a phone above and below. */
export function AppShell({ navigation }: { readonly navigation: readonly NavigationItem[] }) {
  const me = useMe();
  useFreshCounts();
  useRememberPages();
  const items = navigation.filter((item) => item.visible(me));
  return (
    <div className="app">
      <a className="skip" href="#main">
        Перейти к содержанию
      </a>
      <SideNav items={items} />
      <TopBar />
      <div className="page">
        <ClockBanner clock={me.clock} />
        <Main className="main" id="main" tabIndex={-1}>
          <Outlet />
        </Main>
      </div>
      <BottomBar items={items} />
    </div>
  );
}

/** The figures of the navigation are asked again on each change of page: what was just done on one is seen on the next. */
function useFreshCounts() {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ["counts"] }, { cancelRefetch: false });
    // The address is what the effect is about, though it does not read it.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [pathname, queries]);
}
