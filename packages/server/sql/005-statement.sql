-- What a platform pays publishers and creators by, and how the ledger accounts for itself.

-- How much of a playback session was watched, as its player said: never more than its token's time allowed.
create table drama.watch (
  viewer bigint not null references drama.viewer,
  session text not null,
  series text not null,
  episode text not null,
  origin text,
  placement text,
  rights_holder text,
  price_list text not null,
  seconds integer not null check (seconds >= 0),
  at timestamptz not null,
  primary key (viewer, session)
);
create index watch_by_period on drama.watch (at, viewer, session);

-- Seconds only grow: an answer that was overtaken changes nothing.
create function drama.watched(v bigint, p jsonb) returns jsonb language sql as $$
  insert into drama.watch as w
    (viewer, session, series, episode, origin, placement, rights_holder, price_list, seconds, at)
  values (v, p->>'session', p->>'series', p->>'episode', p->>'origin', p->>'placement', p->>'rightsHolder',
    p->>'priceList', (p->>'seconds')::integer, (p->>'at')::timestamptz)
  on conflict (viewer, session) do update set seconds = greatest(w.seconds, excluded.seconds)
  returning to_jsonb(w.seconds);
$$;

-- One line per episode that was sold or refunded, coins as they were earned or given back.
create view drama.earning as
select j.at, j.viewer, j.id as journal, j.kind, s.episode, j.origin, j.placement, j.series, j.rights_holder,
  j.price_list, j.offer, s.paid, s.bonus
from drama.journal j join drama.item_share s on s.viewer = j.viewer and s.journal = j.id
where j.kind = 'unlock'
union all
select j.at, j.viewer, j.id, j.kind, s.episode, j.origin, j.placement, j.series, j.rights_holder,
  j.price_list, j.offer, -s.paid, -s.bonus
from drama.journal j
join drama.journal_item i on i.viewer = j.viewer and i.journal = j.id
join drama.item_share s on s.viewer = j.viewer and s.journal = j.reverses and s.episode = i.episode
where j.kind = 'refund';

-- Some journals of a period in order, as lines, beside what the postings of the same journals say, from one snapshot.
-- `p`: from, to, limit, and `after` (the `last` of the page before).
create function drama.statement_page(p jsonb) returns jsonb language sql stable as $$
  with page as (
    select j.at, j.viewer, j.id from drama.journal j
    where j.at >= (p->>'from')::timestamptz and j.at < (p->>'to')::timestamptz and j.kind in ('unlock', 'refund')
      and (p->'after'->>'id' is null or (j.at, j.viewer, j.id) >
        ((p->'after'->>'at')::timestamptz, (p->'after'->>'viewer')::bigint, (p->'after'->>'id')::uuid))
    order by j.at, j.viewer, j.id
    limit (p->>'limit')::integer
  ), line as (
    select e.* from page join drama.earning e on e.viewer = page.viewer and e.journal = page.id
  )
  select jsonb_build_object(
    'lines', coalesce((
      select jsonb_agg(to_jsonb(line) - 'viewer' order by line.at, line.viewer, line.journal, line.episode)
      from line), '[]'),
    'posted', (
      select jsonb_build_object(
        'paid', coalesce(sum(q.amount) filter (where q.bucket = 'paid'), 0),
        'bonus', coalesce(sum(q.amount) filter (where q.bucket = 'bonus'), 0))
      from page join drama.posting q on q.viewer = page.viewer and q.journal = page.id and q.account = 'earned'),
    'last', (select to_jsonb(page) from page order by at desc, viewer desc, id desc limit 1));
$$;

-- The playback sessions of a period in the same way.
create function drama.watch_page(p jsonb) returns jsonb language sql stable as $$
  with page as (
    select w.* from drama.watch w
    where w.at >= (p->>'from')::timestamptz and w.at < (p->>'to')::timestamptz
      and (p->'after'->>'session' is null or (w.at, w.viewer, w.session) >
        ((p->'after'->>'at')::timestamptz, (p->'after'->>'viewer')::bigint, p->'after'->>'session'))
    order by w.at, w.viewer, w.session
    limit (p->>'limit')::integer
  )
  select jsonb_build_object(
    'lines', coalesce((select jsonb_agg(to_jsonb(page) - 'viewer' order by at, viewer, session) from page), '[]'),
    'last', (select jsonb_build_object('at', at, 'viewer', viewer, 'session', session)
      from page order by at desc, viewer desc, session desc limit 1));
$$;

-- What all postings of a period say was earned, whatever the pages said.
create function drama.earned(p jsonb) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'paid', coalesce(sum(q.amount) filter (where q.bucket = 'paid'), 0),
    'bonus', coalesce(sum(q.amount) filter (where q.bucket = 'bonus'), 0))
  from drama.posting q join drama.journal j on j.viewer = q.viewer and j.id = q.journal
  where q.account = 'earned' and j.at >= (p->>'from')::timestamptz and j.at < (p->>'to')::timestamptz;
$$;

create function drama.account(v bigint, of_account text, of_bucket text) returns bigint language sql stable as $$
  select coalesce(sum(p.amount), 0)::bigint from drama.posting p
  where p.viewer = v and p.account = of_account and p.bucket = of_bucket;
$$;

create function drama.journal_account(v bigint, j uuid, of_account text) returns bigint language sql stable as $$
  select coalesce(sum(p.amount), 0)::bigint from drama.posting p
  where p.viewer = v and p.journal = j and p.account = of_account;
$$;

create or replace function drama.proof(v bigint) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'journals', (select count(*) from drama.journal j where v is null or j.viewer = v),
    'sum', (select coalesce(sum(p.amount), 0) from drama.posting p where v is null or p.viewer = v),
    'unbalanced', (select count(*) from (
      select from drama.posting p where v is null or p.viewer = v
      group by p.viewer, p.journal, p.bucket having sum(p.amount) <> 0) as odd),
    'walletsOff', (select count(*) from drama.wallet w where (v is null or w.viewer = v) and (
      w.paid <> drama.account(w.viewer, 'wallet', 'paid')
      or w.bonus <> drama.account(w.viewer, 'wallet', 'bonus')
      or w.debt <> -drama.account(w.viewer, 'debt', 'paid')
      or drama.account(w.viewer, 'debt', 'bonus') <> 0)),
    'chargedWithoutGrant', (select count(*) from drama.journal j
      where (v is null or j.viewer = v) and j.kind = 'unlock' and not exists (
        select from drama.journal_item i
        join drama.unlock u on u.viewer = i.viewer and u.series = j.series and u.episode = i.episode
          and u.generation >= i.generation
        where i.viewer = j.viewer and i.journal = j.id)),
    'grantedWithoutJournal', (select count(*) from drama.unlock u
      where (v is null or u.viewer = v) and not exists (
        select from drama.journal_item i where i.viewer = u.viewer and i.journal = u.journal
          and i.episode = u.episode and i.generation = u.generation and i.price = u.price)),
    -- The lines of a statement are made of items: they must be the coins that were posted.
    'itemsOff', (select count(*) from drama.journal j
      where (v is null or j.viewer = v) and j.kind in ('unlock', 'refund')
        and exists (select from drama.journal_item i where i.viewer = j.viewer and i.journal = j.id)
        and (select sum(i.price) from drama.journal_item i where i.viewer = j.viewer and i.journal = j.id) <> abs(
          drama.journal_account(j.viewer, j.id, 'earned'))),
    'refundedTwice', (select count(*) from (
      select from drama.journal j join drama.journal_item i on i.viewer = j.viewer and i.journal = j.id
      where (v is null or j.viewer = v) and j.kind = 'refund'
      group by j.viewer, j.reverses, i.episode having count(*) > 1) as odd),
    'openAfterRefund', (select count(*) from drama.unlock u
      join drama.journal j on j.viewer = u.viewer and j.reverses = u.journal and j.kind = 'refund'
      join drama.journal_item i on i.viewer = j.viewer and i.journal = j.id and i.episode = u.episode
      where (v is null or u.viewer = v) and u.state <> 'refunded'),
    'codesOff', (select count(*) from drama.code c where v is null and c.used <>
      (select count(*) from drama.code_use u where u.digest = c.digest)));
$$;
