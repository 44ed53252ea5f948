import "./skeleton.css";

function Bones({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <output className="bones">
      <span className="visually-hidden">{label}</span>
      <span aria-hidden="true">{children}</span>
    </output>
  );
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A list that is on its way. */
export function RowsSkeleton({ rows = 4 }: { readonly rows?: number }) {
  return (
    <Bones label="Список загружается">
      {times(rows).map((row) => (
        <span className="bone-row" key={row}>
          <i style={{ width: `${60 - ((row * 13) % 25)}%` }} />
          <i className="thin" style={{ width: "28%" }} />
        </span>
      ))}
    </Bones>
  );
}

/** A whole page that is on its way: title, lead, rows. */
export function PageSkeleton() {
  return (
    <Bones label="Страница загружается">
      <i className="title" />
      <i className="thin" style={{ width: "48%" }} />
      <span className="bone-gap" />
      {times(4).map((row) => (
        <span className="bone-row" key={row}>
          <i style={{ width: `${64 - ((row * 17) % 28)}%` }} />
          <i className="thin" style={{ width: "24%" }} />
        </span>
      ))}
    </Bones>
  );
}
