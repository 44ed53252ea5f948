import { Outlet, ScrollRestoration } from "react-router";
import { useFocusOnNavigation } from "../ui/heading-focus.ts";
import { SignInDialog } from "./sign-in-dialog.tsx";

/** What holds on every page: the way past the navigation, focus and scroll after a change of page, the dialog of an ended session. */
export function RootLayout() {
  useFocusOnNavigation();
  return (
    <>
      <Outlet />
      <SignInDialog />
      <ScrollRestoration />
    </>
  );
}
