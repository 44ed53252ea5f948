import { Link } from "react-router";
import { Icon } from "./icon.tsx";

export interface ShowMoreProps {
  /** says how many: «Показать ещё 50», «Ещё 4 школы» */
  readonly children: React.ReactNode;
  /** loads the next rows under these … */
  readonly onClick?: () => void;
  /** … or leads to where all of them are */
  readonly to?: string;
  readonly busy?: boolean;
}

/** The end of a list that goes on. */
export function ShowMore({ children, onClick, to, busy = false }: ShowMoreProps) {
  if (to) {
    return (
      <Link className="more" to={to}>
        {children}
      </Link>
    );
  }
  return (
    <button type="button" className="more link-button" onClick={onClick} aria-disabled={busy || undefined}>
      {busy ? "Загружаем…" : children}
    </button>
  );
}

export interface PaginationProps {
  /** from 1 */
  readonly page: number;
  readonly pages: number;
  /** the address of a page */
  readonly to: (page: number) => string;
}

/** Pages as links, for lists that are read from a place. */
export function Pagination({ page, pages, to }: PaginationProps) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label="Страницы списка">
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev">
          <Icon name="chevronLeft" size={16} /> Назад
        </Link>
      ) : (
        <span />
      )}
      <span className="q">
        Страница {page} из {pages}
      </span>
      {page < pages ? (
        <Link to={to(page + 1)} rel="next">
          Дальше <Icon name="chevronRight" size={16} />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
