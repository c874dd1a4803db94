import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** Gives the request's CSP nonce to the document; in the browser there is none, since browsers hide nonces from scripts. */
export const NonceProvider = NonceContext.Provider;

/** The nonce for scripts of this document, undefined in the browser. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
