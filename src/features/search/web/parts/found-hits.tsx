import { Link } from "react-router";
import type { Hit } from "../../model/contract.ts";
import { Pieces } from "./pieces.tsx";

/** What was found of one kind: its words, a piece of its text, where it belongs. */
export function FoundHits({ hits, label }: { readonly hits: readonly Hit[]; readonly label: string }) {
  return (
    <ul aria-label={label}>
      {hits.map((hit) => (
        <li key={hit.id} className="found-hit">
          <Link to={hit.link}>
            <Pieces pieces={hit.title} />
          </Link>
          {hit.text.length > 0 && (
            <p className="find-text">
              <Pieces pieces={hit.text} />
            </p>
          )}
          <p className="find-place">{[hit.place, hit.state].filter(Boolean).join(" · ")}</p>
        </li>
      ))}
    </ul>
  );
}
