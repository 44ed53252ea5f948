import * as oidc from "openid-client";
import { isOwnMachine } from "#platform/config/own-machine.ts";

/** What the browser keeps, sealed, while its person is at the provider. */
export interface ForeignStart {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who the provider says it is. */
export interface ForeignPerson {
  readonly issuer: string;
  readonly subject: string;
  /** lower case; only where the provider says that it has verified it */
  readonly email: string | undefined;
}

/** Sign-in through a provider of OpenID Connect: code flow with PKCE, state and nonce. */
export interface ForeignSignIn {
  /** how people call it: «Региональный портал» */
  readonly name: string;
  /** the provider's page to go to, and what its answer is compared with. Throws ForeignFault. */
  begin(): Promise<{ readonly url: string; readonly start: ForeignStart }>;
  /** reads the provider's answer (the query of the address it sent the browser to). Throws ForeignFault. */
  finish(answer: string, start: ForeignStart): Promise<ForeignPerson>;
}

export interface ForeignOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly publicUrl: string;
}

/** `away`: the provider does not answer or answers what nobody understands; `refused`: it said no, or its answer is not ours. */
export class ForeignFault extends Error {
  readonly kind: "away" | "refused";

  constructor(kind: "away" | "refused") {
    super(kind);
    this.kind = kind;
  }
}

/** Path of the page that the provider sends people back to; it is told to the provider when the product is registered there. */
export const FOREIGN_RETURN = "/sign-in/foreign";

const WAIT_SECONDS = 10;

/** The provider is asked about itself when somebody first signs in, not at start: its absence must not keep the product closed. */
export function makeForeignSignIn({ issuer, clientId, clientSecret, name, publicUrl }: ForeignOptions): ForeignSignIn {
  const back = `${publicUrl}${FOREIGN_RETURN}`;
  let known: Promise<oidc.Configuration> | undefined;
  const provider = () => {
    const address = new URL(issuer);
    // a signature of the token is checked though it came over TLS from the provider itself (ASVS 6.8.2)
    const execute = [
      oidc.enableNonRepudiationChecks,
      ...(isOwnMachine(address.hostname) ? [oidc.allowInsecureRequests] : []),
    ];
    known ??= oidc
      .discovery(address, clientId, clientSecret, undefined, { execute, timeout: WAIT_SECONDS })
      .catch((fault: unknown) => {
        known = undefined;
        throw fault;
      });
    return known;
  };
  return {
    name,
    async begin() {
      const config = await provider().catch(() => {
        throw new ForeignFault("away");
      });
      const start = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: back,
        scope: "openid email",
        code_challenge: await oidc.calculatePKCECodeChallenge(start.verifier),
        code_challenge_method: "S256",
        state: start.state,
        nonce: start.nonce,
      });
      return { url: url.href, start };
    },
    async finish(answer, start) {
      const config = await provider().catch(() => {
        throw new ForeignFault("away");
      });
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${back}?${answer}`), {
          expectedState: start.state,
          expectedNonce: start.nonce,
          pkceCodeVerifier: start.verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        if (!provesSignIn(tokens.id_token!, claims)) throw new ForeignFault("refused");
        const told = claims["email"] === undefined ? await fromUserInfo(config, tokens, claims.sub) : claims;
        const verified = told["email_verified"] === true && typeof told["email"] === "string";
        return {
          issuer: claims.iss,
          subject: claims.sub,
          email: verified ? String(told["email"]).trim().toLowerCase() : undefined,
        };
      } catch (fault) {
        throw fault instanceof ForeignFault ? fault : new ForeignFault(isAway(fault) ? "away" : "refused");
      }
    },
  };
}

type Claims = Readonly<Record<string, unknown>>;

/**
 * Whether the token is of the kind that proves a sign-in: a provider signs with the same key, and for the same program, tokens of access
 * and of leaving too (RFC 9068, OpenID Connect Back-Channel Logout); such a one proves nobody's presence (ASVS 9.2.2).
 */
function provesSignIn(idToken: string, claims: Claims): boolean {
  const { typ = "JWT" } = JSON.parse(Buffer.from(idToken.split(".")[0]!, "base64url").toString("utf8")) as {
    typ?: unknown;
  };
  return /^(application\/)?jwt$/i.test(String(typ)) && claims["events"] === undefined;
}

/** A provider may keep the mail address out of its token and tell it when asked. */
async function fromUserInfo(
  config: oidc.Configuration,
  tokens: oidc.TokenEndpointResponse,
  subject: string,
): Promise<Claims> {
  if (!config.serverMetadata().userinfo_endpoint) return {};
  return oidc.fetchUserInfo(config, tokens.access_token, subject) as Promise<Claims>;
}

function isAway(fault: unknown): boolean {
  const { code, cause } = fault as { code?: string; cause?: { code?: string } };
  return (
    code === "OAUTH_TIMEOUT" ||
    fault instanceof TypeError ||
    (cause?.code ?? "").startsWith("E") ||
    code === "OAUTH_RESPONSE_IS_NOT_CONFORM"
  );
}
