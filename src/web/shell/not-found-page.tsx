import { PageHeader } from "../ui/page-header.tsx";
import { ButtonLink } from "../ui/button.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader
        title="Такой страницы нет"
        lead="В адресе ошибка, или ссылка устарела. Ваши данные на месте: откройте нужное из меню или вернитесь на главную."
      />
      <p style={{ marginTop: 24 }}>
        <ButtonLink to="/">На главную</ButtonLink>
      </p>
    </>
  );
}
