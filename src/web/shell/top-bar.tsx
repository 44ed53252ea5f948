import { Link } from "react-router";
import { Brand } from "./brand.tsx";
import { PlaceSwitch } from "./place-switch.tsx";
import { UserMenu } from "./user-menu.tsx";

/** The head of a phone's screen, 56 px: mark and place; over a form, which stands where the bar below would be, the person too. */
export function TopBar() {
  return (
    <header className="top">
      <Link to="/" className="brand-link" aria-label="Ориентир, на главную">
        <Brand size={22} />
      </Link>
      <PlaceSwitch className="org" />
      <UserMenu small />
    </header>
  );
}
