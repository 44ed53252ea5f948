import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Where the pages are, as the provider was told. */
export const PUBLIC = "https://orientir.example.test";
export const CLIENT = { client_id: "orientir", client_secret: "a-secret-of-this-test-alone-0123456789" };

/** Who has signed in at the provider, by the name of the login page. */
export interface Claims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A real provider of OpenID Connect on this machine; whoever comes is at once `who()`. */
export async function openProvider(who: () => Claims) {
  const server: Server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...CLIENT,
        redirect_uris: [`${PUBLIC}/sign-in/foreign`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    features: { devInteractions: { enabled: false } },
    conformIdTokenClaims: true,
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ ...who(), sub }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ["of this test"] },
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        accountId: context.oidc.session!.accountId!,
        clientId: context.oidc.client!.clientId,
      });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  provider.proxy = true;
  server.on("request", (request, response) => {
    if (!request.url!.startsWith("/interaction/")) return void provider.callback()(request, response);
    return void provider.interactionFinished(request, response, { login: { accountId: who().sub } });
  });
  return { issuer, close: () => new Promise((done) => server.close(done)) };
}

/** A browser at the provider: follows its pages with its cookies until it is sent back; returns the query of that address. */
export async function walkThrough(url: string): Promise<string> {
  const jar = new Map<string, string>();
  for (let at = url; ;) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const reply = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const one of reply.headers.getSetCookie()) {
      const [name, value] = one.split(";")[0]!.split("=") as [string, string];
      jar.set(name, value);
    }
    const next = reply.headers.get("location");
    if (!next) throw new Error(`the provider stays at ${at}: ${reply.status}`);
    if (next.startsWith(PUBLIC)) return new URL(next).search.slice(1);
    at = new URL(next, at).href;
  }
}
