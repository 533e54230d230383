/** What stands below every help text. */
export const EXAMPLES = `
Examples:
  Everything embedded, for a demonstration on this machine and its local network:
    $ micro-drama-server serve --demo --inspect --catalogue series/*/platform.json \\
        --prices prices.json --media-port 4402
    $ micro-drama-server media --port 4402 --series series/*

  A platform with its own PostgreSQL, publishers and log-in:
    $ DATABASE_URL=postgres://drama@db/drama micro-drama-server serve --host 0.0.0.0 \\
        --catalogue series/*/platform.json --prices prices.json \\
        --origins https://news.example https://www.news.example \\
        --media-origin https://media.example \\
        --issuer https://login.news.example=https://login.news.example/jwks.json

  What a platform does afterwards, with the same DATABASE_URL or --data:
    $ micro-drama-server wallet g_8fKx… ; micro-drama-server refund 6b1f… --note "cut off"
    $ micro-drama-server statement --from 2027-01-01 --to 2027-02-01 --out january.csv
    $ micro-drama-server doctor

Environment:
  DATABASE_URL        use this PostgreSQL (15 or later) instead of the embedded database
  MICRO_DRAMA_KEYS    the secrets as JSON, {"current":"k1","keys":{"k1":"<base64url of 32 bytes>"}};
                      without it they are made on first use and kept in <data>/keys.json
  MICRO_DRAMA_EDGE_SECRET
                      with --edge nginx: <key id>:<secret> as in nginx's map; with --edge bunny: the pull zone's
                      token authentication key

Exit codes: 0 ended in order, 1 unforeseen failure, 2 wrong configuration, 3 data folder in use, 4 port taken,
5 the ledger contradicts itself.`;
