import { SheetImport } from "../parts/sheet-import.tsx";

/** Organisations from Excel. */
export default function OrganisationImport() {
  return (
    <SheetImport
      kind="organisation"
      title="Организации из Excel"
      lead="Организация узнаётся по полному названию. Пустая ячейка ничего не стирает."
      back={{ to: "/organisations", label: "Организации" }}
      after="Записано. Обязательства по программам пересчитываются."
    />
  );
}
