import { PageHeader } from "../ui/page-header.tsx";
import { ButtonLink } from "../ui/button.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader
        title="Такой страницы нет"
        lead="Возможно, адрес набран с ошибкой или запись закрыли. Ваши данные на месте."
      />
      <p style={{ marginTop: 24 }}>
        <ButtonLink to="/">На главную</ButtonLink>
      </p>
    </>
  );
}
