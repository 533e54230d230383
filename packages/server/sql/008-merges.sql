-- A guest who signs in: everything moves to the account, and the guest is over.

alter table drama.journal drop constraint journal_kind_check;
alter table drama.journal add constraint journal_kind_check
  check (kind in ('welcome', 'topup', 'demo-topup', 'unlock', 'refund', 'revoke', 'gift', 'merge'));
-- `merged` is the bridge between two viewers: what leaves the guest's books arrives in the account's.
alter table drama.posting drop constraint posting_account_check;
alter table drama.posting add constraint posting_account_check
  check (account in ('wallet', 'issued', 'earned', 'debt', 'merged'));
create index viewer_by_account on drama.viewer (merged_into) where merged_into is not null;

-- How each merge ended, for whoever asks again.
create table drama.merge (
  guest bigint primary key references drama.viewer,
  account bigint not null references drama.viewer,
  at timestamptz not null,
  episodes integer not null check (episodes >= 0),
  refunded bigint not null check (refunded >= 0)
);

-- Who this is, or null. A guest who was merged is nobody any more.
create or replace function drama.find_viewer(p jsonb) returns jsonb language sql stable as $$
  select to_jsonb(v.id) from drama.viewer v
  where v.issuer = p->>'issuer' and v.subject = p->>'subject' and v.merged_into is null;
$$;

-- The same for a guest who may have been merged already.
create function drama.find_guest(p jsonb) returns jsonb language sql stable as $$
  select to_jsonb(v.id) from drama.viewer v where v.issuer = p->>'issuer' and v.subject = p->>'subject';
$$;

-- Keys of a merged guest answer to the account; a merged guest buys nothing any more.
create or replace function drama.replay(v bigint, p jsonb, of_kind text) returns jsonb stable language plpgsql as $$
declare
  known drama.idem;
begin
  if exists (select from drama.viewer x where x.id = v and x.merged_into is not null) then
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
  if exists (
    select from drama.journal j
    where (j.viewer = v or j.viewer in (select g.id from drama.viewer g where g.merged_into = v))
      and j.kind in ('unlock', 'topup', 'demo-topup') and j.ref = p->>'key'
  ) then
    return '{"outcome": "key-reused"}';
  end if;
  return null;
end $$;

create or replace function drama.find_outcome(v bigint, k text, at timestamptz) returns jsonb language plpgsql as $$
begin
  perform from drama.wallet where viewer = v for share;
  return (
    select i.outcome || jsonb_build_object('replayed', true,
      'holdings', drama.holdings(v, i.outcome->>'series', find_outcome.at))
    from drama.idem i
    where (i.viewer = v or i.viewer in (select g.id from drama.viewer g where g.merged_into = v))
      and i.key = k and i.kind = 'unlock');
end $$;

-- Carries the guest's coins and debt over, as one journal in each of the two books. Both wallets must be locked.
create function drama.carry_coins(g bigint, a bigint, p jsonb, ref text) returns void language plpgsql as $$
declare
  purse drama.wallet;
  j uuid;
begin
  select * into purse from drama.wallet where viewer = g;
  if purse.paid = 0 and purse.bonus = 0 and purse.debt = 0 then
    return;
  end if;
  j := drama.write_journal(g, p, 'merge', ref);
  perform drama.write_postings(g, j, 'wallet', 'merged', purse.paid, purse.bonus);
  perform drama.write_postings(g, j, 'merged', 'debt', purse.debt, 0);
  update drama.wallet set paid = 0, bonus = 0, debt = 0, rev = rev + 1 where viewer = g;

  j := drama.write_journal(a, p, 'merge', ref);
  perform drama.write_postings(a, j, 'debt', 'merged', purse.debt, 0);
  update drama.wallet set debt = debt + purse.debt where viewer = a;
  perform drama.credit(a, j, 'merged', purse.paid, purse.bonus);
end $$;

-- See Store.merge in src/store/store.ts. `p`: at, priceList, origin, placement.
create function drama.merge_guest(g bigint, a bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
  done drama.merge;
  twice record;
  back jsonb;
  refunded bigint := 0;
  moved integer := 0;
  more integer;
  from_series text;
  ids text[];
  j uuid;
begin
  -- Always in the same order, so that two merges never wait for each other.
  perform from drama.wallet where viewer in (g, a) order by viewer for update;
  select * into done from drama.merge where guest = g;
  if found then
    if done.account <> a then
      return '{"outcome": "merged-elsewhere"}';
    end if;
    return jsonb_build_object('outcome', 'merged', 'already', true, 'episodes', done.episodes, 'refunded', done.refunded);
  end if;
  if g = a then
    return '{"outcome": "nothing"}';
  end if;

  -- What both have paid for comes back in coins.
  for twice in
    select u.episode, u.journal from drama.unlock u
    join drama.unlock o on o.viewer = a and o.series = u.series and o.episode = u.episode
    where u.viewer = g and u.price > 0 and o.price > 0 and drama.is_active(u, now_at) and drama.is_active(o, now_at)
    order by u.journal, u.episode
  loop
    back := drama.refund(g, jsonb_build_object('receipt', twice.journal, 'episodes', jsonb_build_array(twice.episode),
      'at', p->'at', 'note', 'both the guest and the account had paid'));
    refunded := refunded + (back->>'paid')::bigint + (back->>'bonus')::bigint;
  end loop;

  -- Everything else that is open moves, series by series; where both have it, the right that lasts longer counts.
  for from_series in
    select distinct u.series from drama.unlock u where u.viewer = g and drama.is_active(u, now_at) order by 1
  loop
    j := drama.write_journal(a, p || jsonb_build_object('series', from_series, 'rightsHolder', (
      select r.rights_holder from drama.unlock u join drama.journal r on r.viewer = g and r.id = u.journal
      where u.viewer = g and u.series = from_series and drama.is_active(u, now_at) limit 1)), 'merge', g || '/' || from_series);
    with opened as (
      insert into drama.unlock as o (viewer, series, episode, state, via, price, journal, at, until)
      select a, u.series, u.episode, 'active', u.via, 0, j, now_at, u.until
      from drama.unlock u where u.viewer = g and u.series = from_series and drama.is_active(u, now_at)
      on conflict (viewer, series, episode) do update
        set state = 'active', via = excluded.via, price = 0, journal = excluded.journal, at = excluded.at,
            until = excluded.until, generation = o.generation + 1
        where not drama.is_active(o, now_at)
          or (o.until is not null and (excluded.until is null or excluded.until > o.until))
      returning o.episode, o.generation
    )
    insert into drama.journal_item (viewer, journal, episode, price, generation)
    select a, j, opened.episode, 0, opened.generation from opened;
    get diagnostics more = row_count;
    moved := moved + more;
  end loop;
  update drama.unlock set state = 'revoked' where viewer = g and state = 'active';

  -- Who waited as a guest has waited.
  insert into drama.wait_timer as t (viewer, series, since)
  select a, w.series, w.since from drama.wait_timer w where w.viewer = g
  on conflict (viewer, series) do update set since = least(t.since, excluded.since);

  perform drama.carry_coins(g, a, p, 'merge/' || g);
  update drama.wallet set rev = rev + 1 where viewer = a;
  update drama.viewer set merged_into = a where id = g;
  insert into drama.merge (guest, account, at, episodes, refunded) values (g, a, now_at, moved, refunded);
  return jsonb_build_object('outcome', 'merged', 'already', false, 'episodes', moved, 'refunded', refunded);
end $$;

-- A refund of what was bought as a guest reaches the account: its coins, and the right that came with the merge.
alter function drama.refund(bigint, jsonb) rename to settle_refund;

create function drama.refund(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  account bigint := (select x.merged_into from drama.viewer x where x.id = v);
  outcome jsonb;
begin
  if account is null then
    return drama.settle_refund(v, p);
  end if;
  perform from drama.wallet where viewer in (v, account) order by viewer for update;
  outcome := drama.settle_refund(v, p);
  if outcome->>'outcome' <> 'refunded' or (outcome->>'already')::boolean then
    return outcome;
  end if;
  perform drama.carry_coins(v, account, p || jsonb_build_object('priceList', j.price_list), 'refund/' || j.id)
  from drama.journal j where j.viewer = v and j.id = (outcome->>'receipt')::uuid;
  update drama.unlock u set state = 'refunded'
  from drama.journal j, drama.journal sale
  where sale.viewer = v and sale.id = (p->>'receipt')::uuid
    and j.viewer = account and j.kind = 'merge' and j.ref = v || '/' || sale.series
    and u.viewer = account and u.series = sale.series and u.journal = j.id and outcome->'episodes' ? u.episode;
  return outcome;
end $$;

alter function drama.proof(bigint) rename to proof_of_books;

create function drama.proof(v bigint) returns jsonb language sql stable as $$
  select drama.proof_of_books(v) || jsonb_build_object(
    -- What left the guests' books is what arrived in the accounts'.
    'mergesOff', (select abs(coalesce(sum(p.amount), 0)) from drama.posting p where v is null and p.account = 'merged'),
    'coinsLeftBehind', (select count(*) from drama.viewer x join drama.wallet w on w.viewer = x.id
      where x.merged_into is not null and (v is null or x.id = v) and (w.paid <> 0 or w.bonus <> 0 or w.debt <> 0)));
$$;

-- What a viewer, and the guests that the viewer was, bought and got back; newest first.
create function drama.receipts(v bigint, p jsonb) returns jsonb language sql stable as $$
  with page as (
    select j.* from drama.journal j
    where (j.viewer = v or j.viewer in (select g.id from drama.viewer g where g.merged_into = v))
      and j.kind in ('unlock', 'topup', 'demo-topup', 'refund', 'gift')
      and (p->>'beforeId' is null or (j.at, j.id) < ((p->>'beforeAt')::timestamptz, (p->>'beforeId')::uuid))
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
