import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useState } from "react";
import { RouterProvider, type RouterProviderProps } from "react-router";
import "@fontsource-variable/golos-text/wght.css";
import "./theme/base.css";
import "./theme/kit.css";
import "./theme/tokens.css";
import "./shell/shell.css";
import "./shell/nav.css";
import "./shell/user-choices.css";
import "./ui/parts.css";
import "./ui/button.css";
import "./ui/data-table.css";
import "./ui/rows.css";
import "./ui/field.css";
import "./ui/filter.css";
import "./ui/summary.css";
import "./theme/print.css";
import { makeQueryClient } from "./api/query.ts";
import { cssVariables, theme } from "./theme/theme.ts";

/** Everything a page stands on: theme, answers of the server, notices, addresses. */
export function App({ router }: { readonly router: RouterProviderProps["router"] }) {
  const [queries] = useState(makeQueryClient);
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <Notifications position="bottom-center" containerWidth={440} limit={3} />
          <RouterProvider router={router} />
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
