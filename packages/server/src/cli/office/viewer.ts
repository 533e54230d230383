import { GUEST_ISSUER } from "../../identity/guest-tokens.js";
import type { Backoffice } from "../../store/backoffice.js";
import type { ViewerKey } from "../../store/store.js";
import { ConfigurationError } from "../exit.js";

/** How a command names a viewer. */
export interface ViewerOptions {
  readonly data: string;
  /** Whose log-in it is. Default: this platform's guests. */
  readonly issuer: string;
}

/** The default of `--issuer`. */
export const DEFAULT_ISSUER = GUEST_ISSUER;

/** @throws ConfigurationError when nobody is known by that name */
export async function findViewer(office: Backoffice, issuer: string, subject: string): Promise<ViewerKey> {
  const key = await office.findViewer({ issuer, subject });
  if (key !== undefined) return key;
  throw new ConfigurationError("viewer", `'${subject}' of ${issuer} is not known here`);
}
