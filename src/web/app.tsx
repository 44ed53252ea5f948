import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
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
import { sliceFills } from "./routes.tsx";
import { SlotFills } from "./slot.tsx";
import { cssVariables, theme } from "./theme/theme.ts";

interface AppProps {
  readonly router: RouterProviderProps["router"];
  readonly queries: QueryClient;
}

/** Everything a page stands on: theme, answers of the server, notices, addresses, what slices put into one another's pages. */
export function App({ router, queries }: AppProps) {
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <Notifications position="bottom-center" containerWidth={520} limit={3} />
          <SlotFills fills={sliceFills}>
            <RouterProvider router={router} />
          </SlotFills>
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
