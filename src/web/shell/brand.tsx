/** The mark: a ring and the direction it is given. */
export function BrandMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="10.5" cy="13.5" r="7.75" fill="none" stroke="currentColor" strokeWidth="3.5" />
      <path d="M20 .6 23.4 4 20 7.4 16.6 4z" fill="currentColor" />
    </svg>
  );
}

/** Mark and name. */
export function Brand({ size = 24 }: { readonly size?: number }) {
  return (
    <span className="brand">
      <BrandMark size={size} />
      <span>Ориентир</span>
    </span>
  );
}
