import { NavLink } from "react-router";
import { Icon } from "#web/ui/icon.tsx";
import { setSearchOpened } from "../search-open.ts";
import "./search-button.css";

const open = () => setSearchOpened(true);

/** «Найти» in the sheet of a phone, a place among others: there the search is a page. */
export function SearchPlace() {
  return (
    <NavLink className="it" to="/search">
      <Icon name="search" />
      Найти
    </NavLink>
  );
}

/** «Найти» in the navigation, drawn as the field it opens. */
export function SearchButton() {
  return (
    <button type="button" className="find-button" aria-haspopup="dialog" aria-keyshortcuts="Control+K /" onClick={open}>
      <Icon name="search" size={18} />
      <span>Найти</span>
      <kbd aria-hidden="true">Ctrl K</kbd>
    </button>
  );
}
