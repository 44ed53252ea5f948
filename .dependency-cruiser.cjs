/**
 * Who may import whom (docs/decisions/001). The rules speak of layers and of captured slice names, never of single slices,
 * so a new slice is under them from its first file. Tests may reach anywhere: they stand outside the product and are not walked.
 */
const PURE = "^src/(shared|domain|features/[^/]+/model)/";
const SERVER = "^src/(platform|main|features/[^/]+/server)/";
const WEB = "^src/(web|features/[^/]+/web)/";

/** A rule "files of `from` import no own file outside `allowed`". */
const onlyTo = (name, comment, from, ...allowed) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^(src|test|bench|scripts)/", pathNot: allowed },
});

const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to,
});

module.exports = {
  forbidden: [
    onlyTo("shared-stands-alone", "shared imports only shared", "^src/shared/", "^src/shared/"),
    onlyTo("domain-knows-no-slice", "engines import shared and engines", "^src/domain/", "^src/(shared|domain)/"),
    onlyTo(
      "platform-knows-no-business",
      "platform imports only shared and platform",
      "^src/platform/",
      "^src/(shared|platform)/",
    ),
    onlyTo(
      "model-is-pure",
      "a model imports shared, engines and models",
      "^src/features/[^/]+/model/",
      "^src/(shared|domain)/",
      "^src/features/[^/]+/model/",
    ),
    onlyTo(
      "slice-server-doors",
      "the server of a slice meets another slice only by its model or server/public.ts",
      "^src/features/([^/]+)/server/",
      "^src/(shared|domain|platform)/",
      "^src/features/[^/]+/model/",
      "^src/features/$1/server/",
      "^src/features/[^/]+/server/public\\.ts$",
    ),
    onlyTo(
      "slice-web-doors",
      "the pages of a slice meet another slice only by its model, and the shell by anything but its routes",
      "^src/features/([^/]+)/web/",
      "^src/(shared|domain)/",
      "^src/features/[^/]+/model/",
      "^src/features/$1/web/",
      "^src/web/(?!(routes|main)\\.tsx$)",
    ),
    onlyTo(
      "shell-knows-no-slice",
      "only src/web/routes.tsx gathers the pages of slices",
      "^src/web/(?!routes\\.tsx$)",
      "^src/(shared|domain|web)/",
      "^src/features/[^/]+/model/",
    ),
    onlyTo(
      "routes-gather-pages",
      "src/web/routes.tsx imports the shell and the pages of slices",
      "^src/web/routes\\.tsx$",
      "^src/(shared|domain|web)/",
      "^src/features/[^/]+/(model|web)/",
    ),
    onlyTo(
      "main-is-of-the-server",
      "composition roots import everything of the server",
      "^src/main/",
      "^src/(main|shared|domain|platform)/",
      "^src/features/[^/]+/(model|server)/",
    ),
    never("pure-needs-no-machine", "no Node module in shared, domain and models", PURE, { dependencyTypes: ["core"] }),
    never("pure-needs-few-packages", "pure code imports zod and uuidv7, nothing else from npm", PURE, {
      path: "(^|/)node_modules/(?!(zod|uuidv7)/)",
    }),
    never("pages-run-in-the-browser", "no Node module in pages", WEB, { dependencyTypes: ["core"] }),
    never("server-draws-no-pages", "no React and no Mantine on the server", SERVER, {
      path: "(^|/)node_modules/(react|react-dom|react-router|@mantine|@tanstack)/",
    }),
    {
      name: "no-cycles",
      comment: "no file reaches itself at run time; types that name one another are free to",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-broken-imports",
      comment: "every import leads to a file",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "(^|/)node_modules/" },
    exclude: { path: "\\.css$|\\?|\\.test\\.tsx?$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
