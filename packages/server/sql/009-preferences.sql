-- What a viewer chose. A change replaces the choice; what was bought under it is in the journal.
create table drama.preference (
  viewer bigint primary key references drama.viewer,
  chosen jsonb not null,
  at timestamptz not null
);

create function drama.choose(v bigint, p jsonb) returns jsonb language sql as $$
  insert into drama.preference (viewer, chosen, at) values (v, p->'chosen', (p->>'at')::timestamptz)
  on conflict (viewer) do update set chosen = excluded.chosen, at = excluded.at
  returning chosen;
$$;

-- Null: nothing was ever chosen.
create function drama.chosen(v bigint) returns jsonb language sql stable as $$
  select c.chosen from drama.preference c where c.viewer = v;
$$;
