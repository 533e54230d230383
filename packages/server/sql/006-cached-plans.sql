-- The functions that every unlock calls, in the language whose plans are kept for the connection: those in plain SQL are
-- planned anew with every call. What they do is what they did.

create or replace function drama.holdings(v bigint, s text, at timestamptz) returns jsonb stable language plpgsql as $$
begin
  return (
    select jsonb_build_object(
      'rev', w.rev, 'paid', w.paid, 'bonus', w.bonus,
      'waitSince', (select t.since from drama.wait_timer t where t.viewer = v and t.series = s),
      'unlocks', coalesce((
        select jsonb_agg(jsonb_build_object('episode', u.episode, 'via', u.via, 'until', u.until))
        from drama.unlock u
        where u.viewer = v and u.series = s and u.state = 'active' and (u.until is null or u.until > holdings.at)
      ), '[]'))
    from drama.wallet w where w.viewer = v);
end $$;

create or replace function drama.replay(v bigint, p jsonb, of_kind text) returns jsonb stable language plpgsql as $$
declare
  known drama.idem;
begin
  select * into known from drama.idem i where i.viewer = v and i.key = p->>'key';
  if found then
    return case
      when known.kind = of_kind and known.fingerprint = p->>'fingerprint' then known.outcome || '{"replayed": true}'
      else '{"outcome": "key-reused"}'::jsonb
    end;
  end if;
  -- A key whose answer was forgotten still never buys again: its journal stays for ever.
  if exists (
    select from drama.journal j
    where j.viewer = v and j.kind in ('unlock', 'topup', 'demo-topup') and j.ref = p->>'key'
  ) then
    return '{"outcome": "key-reused"}';
  end if;
  return null;
end $$;

create or replace function drama.remember(v bigint, p jsonb, kind text, outcome jsonb) returns jsonb
language plpgsql as $$
begin
  insert into drama.idem (viewer, key, kind, fingerprint, outcome, at)
  values (v, p->>'key', remember.kind, p->>'fingerprint', remember.outcome, (p->>'at')::timestamptz);
  return remember.outcome || '{"replayed": false}';
end $$;

create or replace function drama.write_journal(v bigint, p jsonb, kind text, ref text) returns uuid
language plpgsql as $$
declare
  j uuid := gen_random_uuid();
begin
  insert into drama.journal (viewer, id, kind, ref, at, offer, origin, placement, series, rights_holder, price_list,
    reverses, note, session)
  values (v, j, write_journal.kind, write_journal.ref, (p->>'at')::timestamptz, p->>'offer', p->>'origin',
    p->>'placement', p->>'series', p->>'rightsHolder', p->>'priceList', (p->>'reverses')::uuid, p->>'note',
    p->>'session');
  return j;
end $$;

create or replace function drama.write_postings(v bigint, j uuid, source text, target text, paid bigint, bonus bigint)
returns void language plpgsql as $$
declare
  begun integer;
begin
  if paid = 0 and bonus = 0 then
    return;
  end if;
  select coalesce(max(p.line), 0) into begun from drama.posting p where p.viewer = v and p.journal = j;
  if bonus <> 0 then
    insert into drama.posting (viewer, journal, line, account, bucket, amount)
    values (v, j, begun + 1, source, 'bonus', -bonus), (v, j, begun + 2, target, 'bonus', bonus);
    begun := begun + 2;
  end if;
  if paid <> 0 then
    insert into drama.posting (viewer, journal, line, account, bucket, amount)
    values (v, j, begun + 1, source, 'paid', -paid), (v, j, begun + 2, target, 'paid', paid);
  end if;
end $$;

create or replace function drama.open_rights(v bigint, j uuid, p jsonb, ids text[], shares bigint[]) returns integer
language plpgsql as $$
declare
  opened integer;
begin
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
    select v, j, o.episode, o.price, o.generation from opened o
    returning 1
  )
  select count(*) into opened from written;
  return opened;
end $$;

create or replace function drama.refuse_spend(v bigint, rules jsonb, charge bigint) returns text stable
language plpgsql as $$
begin
  if charge = 0 or rules is null then
    return null;
  end if;
  if exists (
    select from jsonb_array_elements(rules->'caps') as c (cap)
    where charge + drama.spent(v, c.cap) > (c.cap->>'coins')::bigint
  ) then
    return 'limit-reached';
  end if;
  return case when charge > (rules->>'confirmAbove')::bigint then 'confirmation-required' end;
end $$;

create or replace function drama.shares(prices bigint[], charge bigint) returns bigint[] immutable
language plpgsql as $$
begin
  if cardinality(prices) = 1 then
    return array[charge];
  end if;
  return (
    select array_agg(
      case when total = 0 then 0 else charge * upto / total - charge * (upto - price) / total end order by place)
    from (
      select place, price, (sum(price) over (order by place))::bigint as upto, (sum(price) over ())::bigint as total
      from unnest(prices) with ordinality as x (price, place)
    ) as running);
end $$;
