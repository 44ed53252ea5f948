import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

/** The one accent: a deep calm blue, for action and selection only. */
const deep: MantineColorsTuple = [
  "#EAF0F8",
  "#D3E0F0",
  "#A9C3E2",
  "#8DB8EE",
  "#5C8FCB",
  "#2F68AE",
  "#255A9B",
  "#1D4E89",
  "#163E6E",
  "#0F2C50",
];

const SHADOW = "var(--float)";

export const theme = createTheme({
  colors: { deep },
  primaryColor: "deep",
  primaryShade: { light: 7, dark: 5 },
  fontFamily: '"Golos Text Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Golos Text Variable", system-ui, sans-serif', fontWeight: "600" },
  fontSizes: { xs: "13px", sm: "14px", md: "15px", lg: "16px", xl: "18px" },
  defaultRadius: 6,
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    // A menu that opens puts the focus on its first item; the kit's invisible placeholder before it is no menu item.
    // Not `Menu.extend`: it would bring the menu into what every page begins with.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, menuItemTabIndex: 0 } },
  },
  respectReducedMotion: true,
  shadows: { xs: "none", sm: "none", md: SHADOW, lg: SHADOW, xl: SHADOW },
});

const FROM_TOKENS = {
  "--mantine-color-body": "var(--bg)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-anchor": "var(--link)",
  "--mantine-color-default": "var(--bg)",
  "--mantine-color-default-hover": "var(--surf)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-2)",
  "--mantine-color-error": "var(--late)",
  "--mantine-color-disabled": "var(--ahead-t)",
  "--mantine-color-disabled-color": "var(--ink-3)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-filled-hover": "var(--accent-hover)",
};

/** The kit's colours come from tokens.css, so that both speak of one set. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: FROM_TOKENS,
  dark: FROM_TOKENS,
});
