// A real OpenID Connect provider for the tests, on a free port of this machine. It prints its issuer once it listens.
// Anybody signs in, by an address or by "number|address", percent-encoded; an address that begins with "unverified" is not verified.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";

const library = new URL("../../frontend/node_modules/oidc-provider/lib/index.js", import.meta.url);
const [redirect, algorithm] = process.argv.slice(2);
const { Provider } = await import(library);

function key(kind, options, alg) {
  return {
    ...generateKeyPairSync(kind, options).privateKey.export({ format: "jwk" }),
    alg,
    use: "sig",
    kid: alg,
  };
}

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "citypeers",
        client_secret: "a secret of the tests: + / % &",
        redirect_uris: [redirect],
        id_token_signed_response_alg: algorithm,
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["only for the tests"] },
    jwks: {
      keys: [
        key("rsa", { modulusLength: 2048 }, "RS256"),
        key("ec", { namedCurve: "P-256" }, "ES256"),
      ],
    },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: decodeURIComponent(id.split("|").at(-1)),
        email_verified: !id.startsWith("unverified"),
      }),
    }),
  });
  server.on("request", provider.callback());
  process.stdout.write(`${issuer}\n`);
});
