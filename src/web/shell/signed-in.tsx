import type { ReactNode } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { useSession } from "../api/me.ts";
import { Slot } from "../slot.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { BrandMark } from "./brand.tsx";
import { Main } from "../ui/main.tsx";

/** Lets only people who are signed in further; others go to the sign-in page and come back after it. */
export function SignedIn({ children = <Outlet /> }: { readonly children?: ReactNode }) {
  const session = useSession();
  const { pathname, search } = useLocation();
  const next = pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
  if (session.data?.owesFactor) return <Navigate to={`/second-step${next}`} replace />;
  if (session.data)
    return (
      <>
        {children}
        <Slot name="over-pages" facts={{}} />
      </>
    );
  if (session.isPending) {
    return (
      <output className="opening">
        <BrandMark size={40} />
        <span className="visually-hidden">Открываем Ориентир</span>
      </output>
    );
  }
  if (session.isError) {
    return (
      <Main className="alone">
        <ErrorState title="Ориентир не открылся" problem={session.error} onRetry={() => void session.refetch()} />
      </Main>
    );
  }
  return <Navigate to={`/sign-in${next}`} replace />;
}
