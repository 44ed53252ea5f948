import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, say } from "./command.mjs";

function onPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Programs of the system that some tests need: how to see them, what gives them in Debian, which tests rest without them. */
const PROGRAMS = [
  {
    title: "Chromium",
    stands: () => existsSync(process.env.ORIENTIR_CHROMIUM ?? "/usr/bin/chromium"),
    packages: ["chromium"],
    rests: "тесты в браузере",
  },
  {
    title: "LibreOffice",
    stands: () => onPath("soffice"),
    packages: ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "fonts-liberation"],
    rests: "тесты, которые открывают документы в LibreOffice",
  },
];

/** Whether a browser for the browser tests stands here. */
export const hasBrowser = PROGRAMS[0].stands;

/**
 * Sees to the programs that tests use and npm does not bring. As root on Debian they are installed;
 * elsewhere one sentence says what to install and what is skipped meanwhile. Nothing here stops the tests.
 */
export async function prepareMachine() {
  const missing = PROGRAMS.filter((program) => !program.stands());
  if (missing.length === 0) return;
  const names = missing.map((program) => program.title).join(" и ");
  const packages = missing.flatMap((program) => program.packages);
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    say(`Ставлю для тестов: ${names}…`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q"], { quiet: true, env });
    const { code, output } = await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], {
      quiet: true,
      env,
    });
    if (code !== 0) say(output.trim().split("\n").slice(-5).join("\n"));
  }
  for (const program of missing.filter((each) => !each.stands())) {
    say(
      `Нет программы ${program.title}: ${program.rests} пропущены. Чтобы они шли: sudo apt-get install ${program.packages.join(" ")}`,
    );
  }
}
