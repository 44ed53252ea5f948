import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userAdd } from "#main/commands/user-add.ts";
import { userLink } from "#main/commands/user-link.ts";
import { openWorld, type World } from "../support/world.ts";

const LOGIN = "kotova@example.test";
const PASSWORD = "семь тихих вечеров";

describe("links given by command", () => {
  let world: World;
  const said: string[] = [];
  const run = (command: typeof userLink, ...args: string[]) =>
    world.asCommand(() => command(args, (line) => said.push(line)));
  const linkSaid = () => /\/link\/[\w-]+$/.exec(said.at(-1)!)![0];
  const setPassword = (link: string) =>
    world.public.call("POST", `/api${link.replace("link", "links")}`, { password: PASSWORD });

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("are refused for a login that is not there", async () => {
    expect(await run(userLink)).toBe(2);
    expect(await run(userLink, "--login", LOGIN)).toBe(1);
    expect(said.at(-1)).toContain(LOGIN);
  });

  it("open the account once; a later link makes the earlier ones void, and the journal knows of each", async () => {
    const person = ["--login", LOGIN, "--name", "Котова Анна Львовна", "--region", "Северная область"];
    expect(await run(userAdd, ...person)).toBe(0);
    expect(said.find((line) => line.startsWith("Создано"))).toContain("регион «Северная область»");
    const first = linkSaid();
    expect(await run(userAdd, ...person)).toBe(1);
    expect(await run(userLink, "--login", LOGIN.toUpperCase())).toBe(0);
    const second = linkSaid();
    expect((await setPassword(first)).status).toBe(410);
    expect((await setPassword(second)).status).toBe(200);
    expect((await setPassword(second)).status).toBe(410);
    expect(await run(userLink, "--login", LOGIN)).toBe(0);
    const told = await world.rows<{ action: string; actor: string }>(
      "select action, actor from journal where actor = 'system' order by id",
    );
    expect(told.map(({ action }) => action)).toEqual([
      "territory.add",
      "person.add",
      "link.invitation",
      "link.invitation",
      "link.recovery",
    ]);
  });
});
