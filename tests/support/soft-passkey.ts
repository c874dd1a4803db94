/** An authenticator in software, and the browser around it: answers as WebAuthn does, and badly where a test asks for it. */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

export type Quirks = {
  /** What the browser says where it is. */
  readonly origin?: string;
  /** The host that the key was made for. */
  readonly rpID?: string;
  /** False: nobody was asked for a finger or a PIN. */
  readonly isVerified?: boolean;
  /** What it says of how often it has signed. */
  readonly counter?: number;
  /** Whose it says to be. */
  readonly userHandle?: string;
  readonly challenge?: string;
};

export type SoftPasskey = ReturnType<typeof makeSoftPasskey>;

/** A new key pair for a site, such as `http://localhost:3000`. It counts its signatures from 1. */
export function makeSoftPasskey(site: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credential = randomBytes(16);
  const id = credential.toString("base64url");
  let counter = 0;
  let owner = "";

  const clientData = (type: string, challenge: string, quirks: Quirks) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: quirks.origin ?? site, crossOrigin: false }));

  const authenticatorData = (attested: Buffer | null, quirks: Quirks): Buffer => {
    const flags = 0x01 | (quirks.isVerified === false ? 0 : 0x04) | (attested === null ? 0 : 0x40);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(quirks.counter ?? counter);
    const host = createHash("sha256")
      .update(quirks.rpID ?? new URL(site).hostname)
      .digest();
    return Buffer.concat([host, Buffer.from([flags]), count, attested ?? Buffer.alloc(0)]);
  };

  /** COSE (RFC 9053 §7.1): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
  const coseKey = (): Buffer => {
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const point = (coordinate: string) =>
      Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(coordinate, "base64url")]);
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
    return Buffer.concat([head, point(x), Buffer.from([0x22]), point(y)]);
  };

  return {
    id,

    /** The answer to options for a new passkey, as JSON. */
    register(
      options: { readonly challenge: string; readonly user?: { readonly id: string } },
      quirks: Quirks = {},
    ): string {
      owner = options.user?.id ?? "";
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credential.length);
      const data = authenticatorData(Buffer.concat([Buffer.alloc(16), length, credential, coseKey()]), quirks);
      const attestationObject = Buffer.concat([
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
        Buffer.from([0xa3, 0x63]),
        Buffer.from("fmt"),
        Buffer.from([0x64]),
        Buffer.from("none"),
        Buffer.from([0x67]),
        Buffer.from("attStmt"),
        Buffer.from([0xa0, 0x68]),
        Buffer.from("authData"),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      const response = {
        clientDataJSON: clientData("webauthn.create", quirks.challenge ?? options.challenge, quirks).toString(
          "base64url",
        ),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal"],
      };
      return JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });
    },

    /** The answer to options for signing in, as JSON. */
    answer(options: { readonly challenge: string }, quirks: Quirks = {}): string {
      counter += 1;
      const data = authenticatorData(null, quirks);
      const said = clientData("webauthn.get", quirks.challenge ?? options.challenge, quirks);
      const signed = Buffer.concat([data, createHash("sha256").update(said).digest()]);
      const response = {
        clientDataJSON: said.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
        userHandle: quirks.userHandle ?? owner,
      };
      return JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });
    },
  };
}
