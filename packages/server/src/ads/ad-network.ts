/** A network's word that a viewer saw a film to its end. */
export interface SeenFilm {
  /** `AdSession.id`, which the page gave the network along with the film. */
  readonly session: string;
  /** The network's own id of this reward; a repetition carries the same. */
  readonly transaction: string;
}

/** A network of rewarded films whose servers tell this one what was seen. */
export interface AdNetwork {
  /** As in the price list (`ads.network`) and at the end of the callback's address: `/drama/v1/webhooks/<name>`. */
  readonly name: string;
  /**
   * Reads a callback. Called for every request to the network's address, whoever sent it; resolves to undefined when it is
   * not the network's, too old, or says something else.
   */
  readFilm(request: CallbackRequest): Promise<SeenFilm | undefined>;
}

/** A callback as it arrived. */
export interface CallbackRequest {
  readonly headers: Headers;
  /** The body, letter for letter: it is what is signed. */
  readonly body: string;
  /** The server's clock, milliseconds since 1970. */
  readonly now: number;
}
