-- Everything that money touches leads with the viewer: only a viewer's own rows are ever locked, and a sharded
-- database can distribute by it. Revenue is no row that anybody updates: it is the sum of postings.

create table drama.viewer (
  id bigint generated always as identity primary key,
  issuer text not null,
  subject text not null,
  created_at timestamptz not null,
  -- Set when two identities turned out to be one person; the other row then speaks for both.
  merged_into bigint references drama.viewer,
  unique (issuer, subject)
);

-- What a viewer has now. `rev` grows with every change of coins or rights. 2^53 - 1 is what JSON keeps exactly.
create table drama.wallet (
  viewer bigint primary key references drama.viewer,
  paid bigint not null default 0 check (paid between 0 and 9007199254740991),
  bonus bigint not null default 0 check (bonus between 0 and 9007199254740991),
  rev bigint not null default 1
);

-- What happened, and who earned with it. An append-only ledger cannot be filled in later.
create table drama.journal (
  viewer bigint not null references drama.viewer,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('welcome', 'topup', 'demo-topup', 'unlock', 'refund', 'gift')),
  -- What caused it, such as the idempotency key: the same cause never writes twice.
  ref text not null,
  at timestamptz not null,
  offer text,
  origin text,
  placement text,
  series text,
  rights_holder text,
  price_list text not null,
  primary key (viewer, id),
  unique (viewer, kind, ref)
);

-- The episodes of an unlock, each with its share of the charge.
create table drama.journal_item (
  viewer bigint not null,
  journal uuid not null,
  episode text not null,
  price bigint not null check (price >= 0),
  generation integer not null check (generation > 0),
  primary key (viewer, journal, episode),
  foreign key (viewer, journal) references drama.journal (viewer, id)
);

-- Double entry. `wallet` is the viewer's, `issued` where coins come from, `earned` where they go.
create table drama.posting (
  viewer bigint not null,
  journal uuid not null,
  line integer not null,
  account text not null check (account in ('wallet', 'issued', 'earned')),
  bucket text not null check (bucket in ('paid', 'bonus')),
  amount bigint not null check (amount <> 0),
  primary key (viewer, journal, line),
  foreign key (viewer, journal) references drama.journal (viewer, id)
);

-- The present right; its history is the journal. One row for ever: nobody can own an episode twice.
create table drama.unlock (
  viewer bigint not null references drama.viewer,
  series text not null,
  episode text not null,
  state text not null check (state in ('active', 'revoked', 'refunded')),
  via text not null check (via in ('coins', 'bundle', 'wait', 'gift', 'ad', 'subscription')),
  price bigint not null check (price >= 0),
  journal uuid not null,
  at timestamptz not null,
  until timestamptz,
  generation integer not null default 1 check (generation > 0),
  primary key (viewer, series, episode),
  foreign key (viewer, journal) references drama.journal (viewer, id)
);

-- The end of every keyed request, written in the transaction that it describes.
create table drama.idem (
  viewer bigint not null references drama.viewer,
  key text not null,
  kind text not null check (kind in ('unlock', 'topup')),
  fingerprint text not null,
  outcome jsonb not null,
  at timestamptz not null,
  primary key (viewer, key)
);

-- Since when a viewer waits for the next free episode of a series.
create table drama.wait_timer (
  viewer bigint not null references drama.viewer,
  series text not null,
  since timestamptz not null,
  primary key (viewer, series)
);

-- Triggers instead of REVOKE: the embedded database knows only a superuser.
create function drama.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'drama.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger append_only before update or delete or truncate on drama.journal
  for each statement execute function drama.refuse_change();
create trigger append_only before update or delete or truncate on drama.journal_item
  for each statement execute function drama.refuse_change();
create trigger append_only before update or delete or truncate on drama.posting
  for each statement execute function drama.refuse_change();
create trigger never_rewritten before update on drama.idem
  for each statement execute function drama.refuse_change();

-- Every journal sums to zero in each bucket, looked at when the transaction ends.
create function drama.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select from drama.posting
    where viewer = new.viewer and journal = new.journal
    group by bucket having sum(amount) <> 0
  ) then
    raise exception 'journal % of viewer % does not sum to zero', new.journal, new.viewer
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create constraint trigger sums_to_zero after insert on drama.posting
  deferrable initially deferred for each row execute function drama.refuse_unbalanced();
