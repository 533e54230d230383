/** The few things that the store asks of a PostgreSQL driver. */
export interface Database {
  /** Runs one statement with `$1…` parameters and gives its only row's column `result`. */
  call(statement: string, parameters: readonly unknown[]): Promise<unknown>;
  /** Runs several statements as one transaction. */
  script(statements: string): Promise<void>;
  close(): Promise<void>;
}
