/** Passkeys between the server, which writes bytes as base64url, and the browser, which takes and gives bytes. */
import type { components } from "@/api/schema.gen";

type NewCredential = components["schemas"]["NewCredential"];
type ShownCredential = components["schemas"]["ShownCredential"];
type Described = { id: string; type: "public-key" };

/** As the server writes them; what holds no bytes goes to the browser as it is. */
type NewOptions = Omit<
  PublicKeyCredentialCreationOptions,
  "challenge" | "user" | "excludeCredentials"
> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials: Described[];
};
type ShownOptions = Omit<PublicKeyCredentialRequestOptions, "challenge" | "allowCredentials"> & {
  challenge: string;
  allowCredentials: Described[];
};

export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

export function toText(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const described = (known: Described[]) => known.map((each) => ({ ...each, id: toBytes(each.id) }));

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential !== "undefined" && "credentials" in navigator;
}

function key(credential: Credential | null): PublicKeyCredential {
  if (credential instanceof PublicKeyCredential) return credential;
  throw new DOMException("No passkey was given", "NotAllowedError");
}

/** Has the device make a passkey; throws a DOMException where it, or its holder, does not want to. */
export async function makePasskey(options: Record<string, unknown>): Promise<NewCredential> {
  const { challenge, user, excludeCredentials, ...rest } = options as unknown as NewOptions;
  const made = key(
    await navigator.credentials.create({
      publicKey: {
        ...rest,
        challenge: toBytes(challenge),
        user: { ...user, id: toBytes(user.id) },
        excludeCredentials: described(excludeCredentials),
      },
    }),
  );
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    rawId: toText(made.rawId),
    type: "public-key",
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
    },
  };
}

/** Has the device show a passkey; throws as `makePasskey` does. */
export async function showPasskey(options: Record<string, unknown>): Promise<ShownCredential> {
  const { challenge, allowCredentials, ...rest } = options as unknown as ShownOptions;
  const shown = key(
    await navigator.credentials.get({
      publicKey: {
        ...rest,
        challenge: toBytes(challenge),
        allowCredentials: described(allowCredentials),
      },
    }),
  );
  const response = shown.response as AuthenticatorAssertionResponse;
  return {
    id: shown.id,
    rawId: toText(shown.rawId),
    type: "public-key",
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
    },
  };
}
