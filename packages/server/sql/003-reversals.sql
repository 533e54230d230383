-- What a platform does afterwards: refunds, revocations and gifts. Nothing is taken back by changing a line: every
-- one of them is a journal of its own.

alter table drama.journal drop constraint journal_kind_check;
alter table drama.journal add constraint journal_kind_check
  check (kind in ('welcome', 'topup', 'demo-topup', 'unlock', 'refund', 'revoke', 'gift'));
-- The journal that a refund takes back.
alter table drama.journal add column reverses uuid;
alter table drama.journal add constraint journal_reverses_fkey
  foreign key (viewer, reverses) references drama.journal (viewer, id);
-- The platform's own words: why it was refunded, for whom it was a gift.
alter table drama.journal add column note text;
-- The token's `sid`: what caps on spending count by.
alter table drama.journal add column session text;
create index journal_by_reversed on drama.journal (viewer, reverses) where reverses is not null;
create index journal_by_time on drama.journal (viewer, at);
create index journal_by_period on drama.journal (at, viewer, id);

-- Coins that were spent before their payment was called back. The wallet never goes below zero; this says what is owed,
-- and paid coins that come later settle it first.
alter table drama.wallet add column debt bigint not null default 0 check (debt between 0 and 9007199254740991);
alter table drama.posting drop constraint posting_account_check;
alter table drama.posting add constraint posting_account_check
  check (account in ('wallet', 'issued', 'earned', 'debt'));

-- What each episode of a purchase took out of which bucket: bonus coins pay for the first ones, in order of their ids.
create view drama.item_share as
select i.viewer, i.journal, i.episode, i.price, i.generation,
  least(i.upto, b.bonus) - least(i.upto - i.price, b.bonus) as bonus,
  i.price - least(i.upto, b.bonus) + least(i.upto - i.price, b.bonus) as paid
from (
  select *, (sum(price) over (partition by viewer, journal order by episode))::bigint as upto
  from drama.journal_item
) as i
cross join lateral (
  select coalesce(sum(p.amount), 0)::bigint as bonus from drama.posting p
  where p.viewer = i.viewer and p.journal = i.journal and p.account = 'earned' and p.bucket = 'bonus'
) as b;

-- As before, but a right that has ended is no right: inside a function a column's name counts more than a parameter's.
create or replace function drama.holdings(v bigint, s text, at timestamptz) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'rev', w.rev, 'paid', w.paid, 'bonus', w.bonus,
    'waitSince', (select t.since from drama.wait_timer t where t.viewer = v and t.series = s),
    'unlocks', coalesce((
      select jsonb_agg(jsonb_build_object('episode', u.episode, 'via', u.via, 'until', u.until))
      from drama.unlock u where u.viewer = v and u.series = s and drama.is_active(u, holdings.at)
    ), '[]'))
  from drama.wallet w where w.viewer = v;
$$;

-- May be called several times for one journal: the lines go on counting.
create or replace function drama.write_postings(v bigint, j uuid, source text, target text, paid bigint, bonus bigint)
returns void language sql as $$
  insert into drama.posting (viewer, journal, line, account, bucket, amount)
  select v, j, row_number() over () + (
    select coalesce(max(p.line), 0) from drama.posting p where p.viewer = v and p.journal = j
  ), account, bucket, amount
  from (values
    (source, 'bonus', -bonus), (target, 'bonus', bonus),
    (source, 'paid', -paid), (target, 'paid', paid)
  ) as lines (account, bucket, amount)
  where amount <> 0;
$$;

create or replace function drama.write_journal(v bigint, p jsonb, kind text, ref text) returns uuid language sql as $$
  insert into drama.journal (viewer, kind, ref, at, offer, origin, placement, series, rights_holder, price_list,
    reverses, note, session)
  values (v, kind, ref, (p->>'at')::timestamptz, p->>'offer', p->>'origin', p->>'placement', p->>'series',
    p->>'rightsHolder', p->>'priceList', (p->>'reverses')::uuid, p->>'note', p->>'session')
  returning id;
$$;

-- A journal's attribution, for another one that belongs to it.
create function drama.attribution(j drama.journal) returns jsonb language sql immutable as $$
  select jsonb_build_object('offer', j.offer, 'origin', j.origin, 'placement', j.placement, 'series', j.series,
    'rightsHolder', j.rights_holder, 'priceList', j.price_list);
$$;

-- Coins come into a wallet; paid ones settle a debt first. The wallet's row must be locked.
create function drama.credit(v bigint, j uuid, source text, paid bigint, bonus bigint) returns void
language plpgsql as $$
declare
  settled bigint;
begin
  select least(w.debt, credit.paid) into settled from drama.wallet w where w.viewer = v;
  perform drama.write_postings(v, j, source, 'debt', settled, 0);
  perform drama.write_postings(v, j, source, 'wallet', credit.paid - settled, credit.bonus);
  update drama.wallet w
  set paid = w.paid + credit.paid - settled, bonus = w.bonus + credit.bonus, debt = w.debt - settled, rev = w.rev + 1
  where w.viewer = v;
end $$;

-- Opens episodes and writes them into the journal; after an end, the same row moves to its next generation.
-- Gives how many it opened: those that are active already are left alone.
create function drama.open_rights(v bigint, j uuid, p jsonb, ids text[], shares bigint[]) returns integer
language sql as $$
  with opened as (
    insert into drama.unlock as u (viewer, series, episode, state, via, price, journal, at, until)
    select v, p->>'series', x.episode, 'active', p->>'via', x.price, j, (p->>'at')::timestamptz,
      (p->>'until')::timestamptz
    from unnest(ids, shares) as x (episode, price)
    on conflict (viewer, series, episode) do update
      set state = 'active', via = excluded.via, price = excluded.price, journal = excluded.journal,
          at = excluded.at, until = excluded.until, generation = u.generation + 1
      where not drama.is_active(u, (p->>'at')::timestamptz)
    returning u.episode, u.price, u.generation
  ), written as (
    insert into drama.journal_item (viewer, journal, episode, price, generation)
    select v, j, opened.episode, opened.price, opened.generation from opened
    returning 1
  )
  select count(*)::integer from written;
$$;

-- Locks the viewer's wallet, the first thing that every change does.
create function drama.lock_wallet(v bigint) returns drama.wallet language plpgsql as $$
declare
  purse drama.wallet;
begin
  select * into purse from drama.wallet where viewer = v for update;
  if not found then
    raise exception 'viewer % has no wallet', v;
  end if;
  return purse;
end $$;

-- The coins of a top-up go back where they came from; what is spent already becomes a debt.
create function drama.take_back(v bigint, sale drama.journal, p jsonb) returns jsonb language plpgsql as $$
declare
  purse drama.wallet := drama.lock_wallet(v);
  coins bigint;
  from_wallet bigint;
  j uuid;
begin
  select -coalesce(sum(amount), 0) into coins from drama.posting
  where viewer = v and journal = sale.id and account = 'issued';
  from_wallet := least(purse.paid, coins);
  j := drama.write_journal(v, drama.attribution(sale) || p || jsonb_build_object('reverses', sale.id), 'refund',
    sale.id::text);
  perform drama.write_postings(v, j, 'wallet', 'issued', from_wallet, 0);
  perform drama.write_postings(v, j, 'debt', 'issued', coins - from_wallet, 0);
  update drama.wallet set paid = paid - from_wallet, debt = debt + coins - from_wallet, rev = rev + 1 where viewer = v;
  return jsonb_build_object('outcome', 'refunded', 'already', false, 'receipt', j, 'kind', sale.kind,
    'paid', -coins, 'bonus', 0, 'debt', purse.debt + coins - from_wallet, 'episodes', '[]'::jsonb);
end $$;

-- Gives back a purchase, or some episodes of it, each at most once. See RefundOrder in src/store/backoffice.ts.
create function drama.refund(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  sale drama.journal;
  ids text[];
  paid_back bigint;
  bonus_back bigint;
  times integer;
  j uuid;
begin
  perform drama.lock_wallet(v);
  select * into sale from drama.journal where viewer = v and id = (p->>'receipt')::uuid;
  if not found or sale.kind not in ('unlock', 'topup', 'demo-topup') then
    return '{"outcome": "unknown-receipt"}';
  end if;
  select count(*) into times from drama.journal where viewer = v and reverses = sale.id;
  if sale.kind <> 'unlock' and times = 0 then
    return drama.take_back(v, sale, p);
  end if;

  select array_agg(s.episode order by s.episode), sum(s.paid), sum(s.bonus) into ids, paid_back, bonus_back
  from drama.item_share s
  where s.viewer = v and s.journal = sale.id
    and (jsonb_typeof(p->'episodes') is distinct from 'array' or p->'episodes' ? s.episode)
    and not exists (
      select from drama.journal r
      join drama.journal_item i on i.viewer = r.viewer and i.journal = r.id
      where r.viewer = v and r.reverses = sale.id and i.episode = s.episode);
  if ids is null then
    return jsonb_build_object('outcome', 'refunded', 'already', true, 'kind', sale.kind, 'paid', 0, 'bonus', 0,
      'episodes', '[]'::jsonb);
  end if;

  j := drama.write_journal(v, drama.attribution(sale) || p || jsonb_build_object('reverses', sale.id), 'refund',
    sale.id || case when times = 0 then '' else '/' || times end);
  insert into drama.journal_item (viewer, journal, episode, price, generation)
  select v, j, s.episode, s.price, s.generation from drama.item_share s
  where s.viewer = v and s.journal = sale.id and s.episode = any (ids);
  perform drama.credit(v, j, 'earned', paid_back, bonus_back);
  -- A right that a later purchase or gift gave stays.
  update drama.unlock set state = 'refunded'
  where viewer = v and series = sale.series and episode = any (ids) and journal = sale.id;
  return jsonb_build_object('outcome', 'refunded', 'already', false, 'receipt', j, 'kind', sale.kind,
    'paid', paid_back, 'bonus', bonus_back, 'episodes', to_jsonb(ids));
end $$;

-- Ends rights without giving coins back. See RevokeOrder in src/store/backoffice.ts.
create function drama.revoke(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  ids text[];
  given drama.journal;
  j uuid;
begin
  perform drama.lock_wallet(v);
  select array_agg(u.episode order by u.episode) into ids from drama.unlock u
  where u.viewer = v and u.series = p->>'series' and u.state = 'active'
    and (jsonb_typeof(p->'episodes') is distinct from 'array' or p->'episodes' ? u.episode);
  if ids is null then
    return '{"outcome": "revoked", "episodes": []}';
  end if;
  select r.* into given from drama.unlock u join drama.journal r on r.viewer = v and r.id = u.journal
  where u.viewer = v and u.series = p->>'series' and u.episode = ids[1];
  j := drama.write_journal(v, drama.attribution(given) || p, 'revoke', gen_random_uuid()::text);
  insert into drama.journal_item (viewer, journal, episode, price, generation)
  select v, j, u.episode, 0, u.generation from drama.unlock u
  where u.viewer = v and u.series = p->>'series' and u.episode = any (ids);
  update drama.unlock set state = 'revoked' where viewer = v and series = p->>'series' and episode = any (ids);
  update drama.wallet set rev = rev + 1 where viewer = v;
  return jsonb_build_object('outcome', 'revoked', 'receipt', j, 'episodes', to_jsonb(ids));
end $$;

-- Gives coins, episodes or both, once for a reference. See GiftOrder in src/store/backoffice.ts.
create function drama.gift(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  given drama.journal;
  ids text[];
  j uuid;
begin
  perform drama.lock_wallet(v);
  select * into given from drama.journal where viewer = v and kind = 'gift' and ref = p->>'ref';
  if found then
    return jsonb_build_object('outcome', 'given', 'already', true, 'receipt', given.id);
  end if;
  j := drama.write_journal(v, p, 'gift', p->>'ref');
  select array_agg(e.episode) into ids from jsonb_array_elements_text(p->'episodes') as e (episode);
  if ids is not null then
    perform drama.open_rights(v, j, p || '{"via": "gift"}', ids, array_fill(0::bigint, array[cardinality(ids)]));
  end if;
  perform drama.credit(v, j, 'issued', (p->>'paid')::bigint, (p->>'bonus')::bigint);
  return jsonb_build_object('outcome', 'given', 'already', false, 'receipt', j);
end $$;

create or replace function drama.settle_topup(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  outcome jsonb;
  j uuid;
begin
  perform drama.lock_wallet(v);
  outcome := drama.replay(v, p, 'topup');
  if outcome is not null then
    return outcome;
  end if;
  j := drama.write_journal(v, p, p->>'kind', p->>'key');
  perform drama.credit(v, j, 'issued', (p->>'coins')::bigint, 0);
  return drama.remember(v, p, 'topup',
    jsonb_build_object('outcome', 'added', 'receipt', j, 'at', p->'at', 'coins', p->'coins'));
end $$;
