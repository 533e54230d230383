-- What every unlock asks is found by an index, however long the ledger is: "mine, or those of the guests whom I was" was
-- one condition, for which whole tables were read. Now it is two questions, and most viewers need the first one only.

-- A receipt's number alone finds its journal: the command line is given nothing else.
create index journal_by_id on drama.journal (id);

create or replace function drama.replay(v bigint, p jsonb, of_kind text) returns jsonb stable language plpgsql as $$
declare
  known drama.idem;
begin
  perform from drama.viewer x where x.id = v and x.merged_into is not null;
  if found then
    raise exception 'viewer % was merged', v using errcode = 'DR001';
  end if;
  select * into known from drama.idem i where i.viewer = v and i.key = p->>'key';
  if not found then
    select i.* into known from drama.viewer g join drama.idem i on i.viewer = g.id and i.key = p->>'key'
    where g.merged_into = v;
  end if;
  if found then
    return case
      when known.kind = of_kind and known.fingerprint = p->>'fingerprint' then known.outcome || '{"replayed": true}'
      else '{"outcome": "key-reused"}'::jsonb
    end;
  end if;
  -- A key whose answer was forgotten still never buys again: its journal stays for ever.
  perform from drama.journal j
  where j.viewer = v and j.kind in ('unlock', 'topup', 'demo-topup') and j.ref = p->>'key';
  if not found then
    perform from drama.viewer g
    join drama.journal j on j.viewer = g.id and j.kind in ('unlock', 'topup', 'demo-topup') and j.ref = p->>'key'
    where g.merged_into = v;
  end if;
  return case when found then '{"outcome": "key-reused"}'::jsonb end;
end $$;

create or replace function drama.find_outcome(v bigint, k text, at timestamptz) returns jsonb language plpgsql as $$
declare
  known drama.idem;
begin
  perform from drama.wallet where viewer = v for share;
  select * into known from drama.idem i where i.viewer = v and i.key = k and i.kind = 'unlock';
  if not found then
    select i.* into known from drama.viewer g join drama.idem i on i.viewer = g.id and i.key = k and i.kind = 'unlock'
    where g.merged_into = v;
  end if;
  return case when found then known.outcome || jsonb_build_object('replayed', true,
    'holdings', drama.holdings(v, known.outcome->>'series', find_outcome.at)) end;
end $$;

-- As before, a viewer at a time: each of them has an index by time.
create or replace function drama.receipts(v bigint, p jsonb) returns jsonb language sql stable as $$
  with book as (
    select v as viewer union all select g.id from drama.viewer g where g.merged_into = v
  ), page as (
    select j.* from book cross join lateral (
      select own.* from drama.journal own
      where own.viewer = book.viewer and own.kind in ('unlock', 'topup', 'demo-topup', 'refund', 'gift')
        and (p->>'beforeId' is null
          or (own.at, own.id) < ((p->>'beforeAt')::timestamptz, (p->>'beforeId')::uuid))
      order by own.at desc, own.id desc
      limit (p->>'limit')::integer
    ) as j
    order by j.at desc, j.id desc
    limit (p->>'limit')::integer
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', page.id, 'at', page.at, 'kind', page.kind, 'series', page.series, 'reverses', page.reverses,
    'episodes', coalesce((select jsonb_agg(i.episode order by i.episode) from drama.journal_item i
      where i.viewer = page.viewer and i.journal = page.id), '[]'),
    'paid', (select coalesce(abs(sum(q.amount)), 0) from drama.posting q where q.viewer = page.viewer
      and q.journal = page.id and q.account in ('wallet', 'debt') and q.bucket = 'paid'),
    'bonus', (select coalesce(abs(sum(q.amount)), 0) from drama.posting q where q.viewer = page.viewer
      and q.journal = page.id and q.account in ('wallet', 'debt') and q.bucket = 'bonus')
  ) order by page.at desc, page.id desc), '[]') from page;
$$;
