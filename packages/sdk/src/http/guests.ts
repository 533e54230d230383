import type { KeyValueStorage } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { type Answer, errorOf } from "./answer.js";

/** What the platform gives to a viewer whom nobody knows. */
interface Guest {
  /** The guest's public name. */
  readonly viewer: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly refreshToken: string;
}

/** A viewer without a log-in. Lives in memory until the first purchase gesture, afterwards also in storage. */
export interface Guests {
  /** A token that is good for a while. */
  token(): Promise<string>;
  /** The platform refused this token: the next call of `token` brings another. */
  refuse(token: string): void;
  /** From now on the guest must survive a reload. */
  keep(): void;
  /** The secret that proves who the guest is; nothing where there is none. */
  proof(): string | undefined;
  /** The guest became somebody: forgets it. */
  forget(): void;
}

/** What guests need of the adapter. */
export interface GuestParts {
  readonly storage: KeyValueStorage;
  readonly post: (path: string, body: object) => Promise<Answer>;
  /** Tells whether an instant is near or past, by the server's clock. */
  readonly isEnding: (expiresAt: string) => boolean;
}

const NAME = "guest";

/** Guests over a transport. */
export function createGuests({ storage, post, isEnding }: GuestParts): Guests {
  let guest: Guest | undefined;
  let refused: string | undefined;
  let isKept = false;
  let flight: Promise<string> | undefined;

  const readStored = (): Pick<Guest, "viewer" | "refreshToken"> | undefined => {
    try {
      const { viewer, refreshToken } = JSON.parse(storage.get(NAME) ?? "{}") as Partial<Guest>;
      return viewer && refreshToken ? { viewer, refreshToken } : undefined;
    } catch {
      return undefined;
    }
  };
  const write = ({ viewer, refreshToken }: Guest) =>
    storage.set(NAME, JSON.stringify({ viewer, refreshToken }));

  const obtain = async (): Promise<string> => {
    const former = readStored() ?? guest;
    const renewed = former && (await post("/guests/refresh", { refreshToken: former.refreshToken }));
    // Only a 401 says that this guest is over. Any other failure says nothing about it, and what the guest bought must
    // not be left behind for that.
    const isOver = renewed?.status === 401;
    if (isOver) storage.remove(NAME);
    guest = readGuest(renewed && !isOver ? renewed : await post("/guests", {}));
    if (isKept || readStored()) write(guest);
    return guest.token;
  };

  return {
    token() {
      const stored = readStored();
      // Another tab's guest has bought something: there is one purse per browser, and it is that one.
      const isOther = stored !== undefined && stored.viewer !== guest?.viewer;
      if (guest && !isOther && guest.token !== refused && !isEnding(guest.expiresAt))
        return Promise.resolve(guest.token);
      flight ??= obtain().finally(() => {
        flight = undefined;
      });
      return flight;
    },
    refuse(token) {
      refused = token;
    },
    keep() {
      isKept = true;
      if (guest && !readStored()) write(guest);
    },
    proof: () => (readStored() ?? guest)?.refreshToken,
    forget() {
      guest = undefined;
      isKept = false;
      storage.remove(NAME);
    },
  };
}

function readGuest(answer: Answer): Guest {
  if (answer.status >= 300) throw errorOf(answer);
  const { viewer, token, expiresAt, refreshToken } = (answer.body ?? {}) as Partial<Guest>;
  if (!viewer || !token || !expiresAt || !refreshToken)
    throw new EntitlementError("bad-response", "The platform's guest lacks a field.");
  return { viewer, token, expiresAt, refreshToken };
}
