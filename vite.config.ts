import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The browser's half: built into dist/web, which the server hands out; in development /api goes to the running server. */
export default defineConfig({
  root: "src/web",
  plugins: [react()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // The content policy of the server allows no `data:` fonts, so every asset stays a file of its own.
    assetsInlineLimit: 0,
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": `http://127.0.0.1:${process.env["ORIENTIR_PORT"] ?? "4400"}` },
  },
});
