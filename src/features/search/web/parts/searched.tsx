/** Says that something else was looked for than what was typed. */
export function Searched({ words }: { readonly words: string | null }) {
  return (
    words && (
      <p className="searched">
        Искали: <b>{words}</b>
      </p>
    )
  );
}
