import { SheetImport } from "../parts/sheet-import.tsx";

/** Staff from Excel. */
export default function StaffImport() {
  return (
    <SheetImport
      kind="staff"
      title="Сотрудники из Excel"
      lead="Человек узнаётся по организации и полному имени. Таблица только добавляет: прежние должности, роли и логины остаются."
      back={{ to: "/people", label: "Люди" }}
      after="Записано. Тем, у кого появился логин, сделайте ссылки-приглашения в их карточках."
    />
  );
}
