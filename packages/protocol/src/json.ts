/** Any value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An instant as RFC 3339 text in UTC, e.g. `2027-01-10T18:00:00Z`. */
export type Iso = string;
