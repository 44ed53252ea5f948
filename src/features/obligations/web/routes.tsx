import type { SliceRoute } from "#web/slice-route.ts";
import { homeOf } from "./home-of.ts";
import SchoolHomePage from "./pages/school-home.tsx";

/** They answer for an organisation, or see all that it owes. */
const ANSWERS: ReadonlySet<string> = new Set(["school_head", "deputy", "methodologist", "network_administrator"]);

export const routes: readonly SliceRoute[] = [
  {
    path: "/todo",
    layout: "app",
    // It comes with what every page begins with: on a village line a part that is asked for later costs a turn of the line.
    page: () => Promise.resolve({ default: SchoolHomePage }),
    picture: { asks: (me) => [homeOf(me)], slots: ["home"] },
    navigation: {
      label: "Что сделать",
      phone: "Сделать",
      icon: "todo",
      order: 10,
      // due by Sunday or returned
      count: ({ due }) => due,
      // officers and methodologists hold their role at the territory and answer for the authority or the centre
      visible: ({ current }) =>
        (current.organisationId !== null && current.role !== "reader" && current.role !== "curator") ||
        current.role === "officer" ||
        current.role === "methodologist",
    },
  },
  {
    path: "/calendar",
    layout: "app",
    page: () => import("./pages/own-calendar.tsx"),
    navigation: {
      label: "Календарь",
      icon: "calendar",
      order: 40,
      visible: ({ current }) =>
        current.organisationId !== null && current.role !== "reader" && current.role !== "curator",
    },
  },
  {
    path: "/our-work",
    layout: "app",
    page: () => import("./pages/own-work.tsx"),
    parts: [{ path: "people", tab: { label: "Кто чем занят", order: 20 }, page: () => import("./pages/holders.tsx") }],
    navigation: {
      label: "Наша работа",
      icon: "overview",
      order: 35,
      around: ["/progress/rows"],
      visible: ({ current }) => current.organisationId !== null && ANSWERS.has(current.role),
    },
  },
  {
    path: "/my-schools",
    layout: "app",
    page: () => import("./pages/attached-schools.tsx"),
    navigation: {
      label: "Мои школы",
      phone: "Школы",
      icon: "todo",
      order: 10,
      visible: ({ current }) => current.role === "curator",
    },
  },
];
