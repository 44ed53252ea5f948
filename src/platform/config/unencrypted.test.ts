import { describe, expect, it } from "vitest";
import { openLines } from "./unencrypted.ts";

const database = (databaseUrl: string) => openLines({ databaseUrl, unencrypted: [] });

describe("a database beyond this machine", () => {
  it.each([
    "postgresql://a:b@db/o",
    "postgresql://a:b@10.0.0.7:5432/o",
    "postgresql://a:b@db/o?sslmode=require",
    "postgresql://a:b@db/o?sslmode=disable",
    "postgresql://a:b@db/o?sslmode=no-verify",
    "postgresql://a:b@db/o?ssl=true",
    "postgresql://a:b@db/o?sslmode=verify-full&sslmode=disable",
    "postgresql://a:b@localhost/o?host=db",
    "postgresql://a:b@127.example.ru/o",
    "postgresql://a:b@one,two/o",
  ])("is refused at %s", (address) => {
    const [sentence, ...more] = database(address);
    expect(sentence).toMatch(/^DATABASE_URL: .*sslmode=verify-full.*ORIENTIR_UNENCRYPTED=database\.$/);
    expect([more, sentence!.includes("a:b")]).toEqual([[], false]);
  });

  it.each([
    "postgresql://a:b@db/o?sslmode=verify-full",
    "postgresql://a:b@db/o?sslmode=verify-full&sslrootcert=/etc/ca.pem",
    "postgresql://a:b@127.0.0.1:5432/o",
    "postgresql://a:b@[::1]/o",
    "postgresql://a:b@%2Frun%2Fpostgresql/o",
    "postgresql:///o?host=/run/postgresql",
    "postgresql:///o",
  ])("is taken at %s", (address) => expect(database(address)).toEqual([]));

  it.each([
    ["past the pooler", "databaseDirectUrl", /^DATABASE_DIRECT_URL/],
    ["at its replica", "databaseReadUrl", /^DATABASE_READ_URL/],
  ])("is looked at %s too", (_where, setting, told) => {
    const address = "postgresql://a:b@db/o";
    expect(openLines({ databaseUrl: "postgresql://a@[::1]/o", [setting]: address, unencrypted: [] })).toEqual([
      expect.stringMatching(told),
    ]);
  });
});

describe("other services beyond this machine", () => {
  it.each([
    ["ORIENTIR_S3_ENDPOINT", "files", { s3Endpoint: "http://storage.example.ru" }],
    ["ORIENTIR_CLAMAV", "scanner", { clamav: { host: "10.0.0.9" } }],
    ["ORIENTIR_PUBLIC_URL", "pages", { publicUrl: "http://orientir.example.ru" }],
    ["ORIENTIR_METRICS", "metrics", { metrics: { host: "0.0.0.0" } }],
  ] as const)("by %s are refused openly and taken with permission", (name, line, addresses) => {
    expect(openLines({ ...addresses, unencrypted: [] })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: .*ORIENTIR_UNENCRYPTED=${line}\\.$`)),
    ]);
    expect(openLines({ ...addresses, unencrypted: [line] })).toEqual([]);
  });

  it("are taken over https, and on this machine as they are", () => {
    expect(
      openLines({
        s3Endpoint: "https://storage.example.ru",
        publicUrl: "http://localhost:4400",
        clamav: { path: "/run/clamav/clamd.ctl" },
        metrics: { host: "127.0.0.1" },
        unencrypted: [],
      }),
    ).toEqual([]);
  });

  it("that are permitted permit nothing else", () => {
    const both = { s3Endpoint: "http://storage.example.ru", clamav: { host: "10.0.0.9" } };
    expect(openLines({ ...both, unencrypted: ["scanner"] })).toEqual([expect.stringContaining("ORIENTIR_S3_ENDPOINT")]);
  });
});
