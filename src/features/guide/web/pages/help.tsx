import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link, Navigate, useLocation, useParams } from "react-router";
import { useMe } from "#web/api/me.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { GUIDE_OF, GUIDE_TITLE, GUIDES, isGuideName } from "../../model/guides.ts";
import { readGuide, type Guide, type GuideSection } from "../../model/read-guide.ts";
import { GUIDE_TEXT } from "../guide-texts.ts";
import { GuideBlocks } from "../parts/guide-blocks.tsx";
import "./help.css";

/** «Справка»: the guide of one's own role, those of others by links. */
export default function HelpPage() {
  const own = GUIDE_OF[useMe().current.role];
  const { guide: asked } = useParams();
  const name = isGuideName(asked) ? asked : own;
  const guide = useQuery({
    queryKey: ["guide", name],
    queryFn: async () => readGuide((await GUIDE_TEXT[name]()).default),
    staleTime: Infinity,
  });
  if (asked !== undefined && asked !== name) return <Navigate to="/help" replace />;
  return (
    <Loaded key={name} query={guide} title="Справка не открылась" skeleton={<PageSkeleton />}>
      {(data) => (
        <article className="guide">
          <PageHeader
            title={data.title}
            kicker="Справка"
            back={name === own ? undefined : { to: "/help", label: "Ваша памятка" }}
          />
          <Sections guide={data} />
          <nav className="others" aria-labelledby="others">
            <h2 id="others">Памятки другим</h2>
            <ul>
              {GUIDES.filter((one) => one !== name).map((one) => (
                <li key={one}>
                  <Link to={one === own ? "/help" : `/help/${one}`}>{typeset(GUIDE_TITLE[one])}</Link>
                </li>
              ))}
            </ul>
          </nav>
        </article>
      )}
    </Loaded>
  );
}

/** What the guide tells; the section that the address names stands in sight with the focus on its heading. */
function Sections({ guide }: { readonly guide: Guide }) {
  const place = useLocation();
  useEffect(() => {
    const section = guide.sections.find(({ anchors }) => anchors.includes(place.hash.slice(1)));
    if (!section) return;
    // after the heading of the page has taken the focus, where one came from another page
    const frame = requestAnimationFrame(() => {
      const heading = document.getElementById(section.anchors[0]!);
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: "start" });
    });
    return () => cancelAnimationFrame(frame);
  }, [guide, place]);
  return (
    <>
      <GuideBlocks blocks={guide.lead} />
      {guide.sections.length > 1 && (
        <ul className="contents">
          {guide.sections.map(({ anchors, title }) => (
            <li key={anchors[0]}>
              <Link to={`#${anchors[0]}`}>{typeset(title)}</Link>
            </li>
          ))}
        </ul>
      )}
      {guide.sections.map((section) => (
        <OneSection key={section.anchors[0]} section={section} />
      ))}
    </>
  );
}

function OneSection({ section: { anchors, title, blocks } }: { readonly section: GuideSection }) {
  return (
    <section aria-labelledby={anchors[0]}>
      <h2 id={anchors[0]} tabIndex={-1}>
        {typeset(title)}
      </h2>
      <GuideBlocks blocks={blocks} />
    </section>
  );
}
