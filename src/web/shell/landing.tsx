import { Navigate } from "react-router";
import { useMe } from "../api/me.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { landingOf, type NavigationItem } from "./navigation.ts";

/** The address "/": the first place of the navigation that is the person's own. */
export function Landing({ navigation }: { readonly navigation: readonly NavigationItem[] }) {
  const path = landingOf(navigation, useMe());
  if (path) return <Navigate to={path} replace />;
  return (
    <EmptyState title="Для вашей роли здесь пока нет разделов">
      Если вы ждали увидеть здесь работу, попросите администратора управления образования проверить вашу роль.
    </EmptyState>
  );
}
