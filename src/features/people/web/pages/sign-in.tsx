import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useSearchParams } from "react-router";
import type { Session } from "#features/people/model/contract.ts";
import type { DemoSignIn } from "#features/people/model/demo-contract.ts";
import { counted } from "#domain/russian/plural.ts";
import { ApiProblem } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { chooseLanguage, LANGUAGES } from "#web/language/choose-language.ts";
import { LANGUAGE } from "#web/language/language.ts";
import { Brand } from "#web/shell/brand.tsx";
import { useHeadingFocus } from "#web/ui/heading-focus.ts";
import { pageAfter } from "../page-after.ts";
import { DemoPeople } from "../parts/demo-people.tsx";
import { NoRoles } from "../parts/no-roles.tsx";
import { SignInForm } from "../parts/sign-in-form.tsx";
import { Main } from "#web/ui/main.tsx";
import { typeset } from "#web/ui/typeset.ts";
import "./sign-in.css";

/** A refusal with this status is an answer here: nobody is signed in, or there is no demonstration. */
async function orNull<T>(status: number, asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === status) return null;
    throw error;
  }
}

/** Sign-in: by one click in the demonstration, by login and password elsewhere. */
export default function SignIn() {
  const [words] = useSearchParams();
  const next = pageAfter(words.get("next"));
  const session = useQuery({
    queryKey: ["sign-in", "session"],
    queryFn: ({ signal }) => orNull(401, request<Session>("/api/session", { signal, askToSignIn: false })),
    gcTime: 0,
  });
  const demo = useQuery({
    queryKey: ["sign-in", "demo"],
    queryFn: ({ signal }) => orNull(404, request<DemoSignIn>("/api/demo", { signal, askToSignIn: false })),
  });
  if (session.isPending || demo.isPending) return null;
  if (session.data && session.data.places.length > 0) return <Navigate to={next} replace />;
  if (session.data) return <NoRoles person={session.data.person.fullName} />;
  const asForm = !demo.data || words.has("form");
  const onDone = () => location.assign(next);
  return (
    <Main className="sign-in">
      <div className="lf">
        <Brand size={28} />
        {demo.data && !asForm ? <DemoWords demo={demo.data} /> : <ProductWords demo={demo.data !== null} />}
        <OtherLanguage />
      </div>
      {demo.data && !asForm ? (
        <DemoPeople groups={demo.data.groups} onDone={onDone} />
      ) : (
        <SignInForm next={next} onDone={onDone} />
      )}
    </Main>
  );
}

function OtherLanguage() {
  const other = LANGUAGES.find(({ value }) => value !== LANGUAGE)!;
  return (
    <button
      type="button"
      className="link-button other-language"
      lang={other.value}
      onClick={() => chooseLanguage(other.value)}
    >
      {other.label}
    </button>
  );
}

function DemoWords({ demo }: { readonly demo: DemoSignIn }) {
  const title = useHeadingFocus("Демонстрация");
  return (
    <>
      <p className="kk">Демонстрация</p>
      <h1 ref={title} tabIndex={-1}>
        {demo.title}
      </h1>
      <p>
        {demo.realPeople ? "Демонстрация вымышлена:" : "Всё вымышлено:"}{" "}
        {counted(demo.municipalities, ["муниципалитет", "муниципалитета", "муниципалитетов"])},{" "}
        {counted(demo.schools, ["школа", "школы", "школ"])} и&nbsp;программа в&nbsp;середине второго года. Выберите,
        чьими глазами смотреть. Пароль не&nbsp;нужен.
      </p>
      <p>
        {demo.realPeople
          ? typeset(
              "Здесь заведены и настоящие люди: они входят по логину и паролю. Менять можно всё, что есть в демонстрации.",
            )
          : "Менять можно всё: настоящих данных здесь нет."}
      </p>
      <div className="o">
        <Link to="/sign-in?form">Войти по логину и паролю</Link>
      </div>
    </>
  );
}

function ProductWords({ demo }: { readonly demo: boolean }) {
  return (
    <>
      <p>Дорожные карты муниципалитета: кто, что и к какому дню обещал, чем это подтверждено и что изменилось.</p>
      {demo && (
        <div className="o">
          <Link to="/sign-in">К людям демонстрации</Link>
        </div>
      )}
    </>
  );
}
