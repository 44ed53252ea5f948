import { Link } from "react-router";
import { placeName, useMe } from "../api/me.ts";
import { Brand } from "./brand.tsx";

/** The head of a phone's screen, 56 px: mark and place. */
export function TopBar() {
  const me = useMe();
  return (
    <header className="top">
      <Link to="/" className="brand-link" aria-label="Ориентир, на главную">
        <Brand size={22} />
      </Link>
      <span className="org">{placeName(me.current)}</span>
    </header>
  );
}
