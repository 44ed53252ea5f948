import { Icon } from "#web/ui/icon.tsx";

/** A list as a workbook: the server answers with a file. */
export function ExcelLink({ to, children = "Excel" }: { readonly to: string; readonly children?: string }) {
  return (
    <a className="btn g s" href={to} download>
      <Icon name="download" size={18} />
      {children}
    </a>
  );
}
