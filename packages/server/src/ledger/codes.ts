/** Crockford's digits: no I, L, O or U that a person could mistake or a code could spell. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 80 random bits: at the rate limit of unlocks, guessing one takes longer than the universe has. */
const LENGTH = 16;

/** A new code, in groups of four for people to read: `7K2M-…`. */
export function createCode(): string {
  const letters = Array.from(
    crypto.getRandomValues(new Uint8Array(LENGTH)),
    (byte) => ALPHABET[byte % ALPHABET.length],
  );
  return letters.join("").replace(/.{4}(?=.)/g, "$&-");
}

/** SHA-256 of a code as people type it: small letters, spaces, dashes and look-alikes change nothing. */
export async function digestCode(typed: string): Promise<string> {
  const code = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`micro-drama/code/${code}`));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
