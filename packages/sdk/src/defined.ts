type Present<T> = { -readonly [K in keyof T as undefined extends T[K] ? never : K]-?: T[K] };
type Absent<T> = {
  -readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A frozen copy without the fields that are `undefined`, so that an absent field stays absent. */
export function defined<const T extends object>(value: T): Readonly<Present<T> & Absent<T>> {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Present<T> & Absent<T>>;
}
