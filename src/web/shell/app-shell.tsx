import { Outlet } from "react-router";
import { useMe } from "../api/me.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { ClockBanner } from "./clock-banner.tsx";
import type { NavigationItem } from "./navigation.ts";
import { SideNav } from "./side-nav.tsx";
import { TopBar } from "./top-bar.tsx";

/** The frame of every page for people who are signed in: navigation on the left, on a phone above and below. */
export function AppShell({ navigation }: { readonly navigation: readonly NavigationItem[] }) {
  const me = useMe();
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
        <main className="main" id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar items={items} />
    </div>
  );
}
