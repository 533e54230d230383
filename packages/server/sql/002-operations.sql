-- One function per operation, one round trip each. They take and give jsonb, so that both drivers speak alike.
-- READ COMMITTED is enough: the wallet row is locked first, and every invariant is a constraint besides.

create function drama.is_active(u drama.unlock, at timestamptz) returns boolean language sql immutable as $$
  select u.state = 'active' and (u.until is null or u.until > at);
$$;

-- Who this is, or null. A merged identity answers with the one that speaks for it.
create function drama.find_viewer(p jsonb) returns jsonb language sql stable as $$
  select to_jsonb(coalesce(v.merged_into, v.id)) from drama.viewer v
  where v.issuer = p->>'issuer' and v.subject = p->>'subject';
$$;

create function drama.write_postings(v bigint, j uuid, source text, target text, paid bigint, bonus bigint)
returns void language sql as $$
  insert into drama.posting (viewer, journal, line, account, bucket, amount)
  select v, j, row_number() over (), account, bucket, amount
  from (values
    (source, 'bonus', -bonus), (target, 'bonus', bonus),
    (source, 'paid', -paid), (target, 'paid', paid)
  ) as lines (account, bucket, amount)
  where amount <> 0;
$$;

create function drama.write_journal(v bigint, p jsonb, kind text, ref text) returns uuid language sql as $$
  insert into drama.journal (viewer, kind, ref, at, offer, origin, placement, series, rights_holder, price_list)
  values (v, kind, ref, (p->>'at')::timestamptz, p->>'offer', p->>'origin', p->>'placement', p->>'series',
    p->>'rightsHolder', p->>'priceList')
  returning id;
$$;

-- Makes a viewer with the coins of welcome; harmless when repeated.
create function drama.open_viewer(p jsonb) returns jsonb language plpgsql as $$
declare
  v bigint;
  j uuid;
begin
  insert into drama.viewer (issuer, subject, created_at)
  values (p->>'issuer', p->>'subject', (p->>'at')::timestamptz)
  on conflict do nothing returning id into v;
  if v is null then
    return drama.find_viewer(p);
  end if;
  insert into drama.wallet (viewer, paid, bonus) values (v, (p->>'paid')::bigint, (p->>'bonus')::bigint);
  if (p->>'paid')::bigint + (p->>'bonus')::bigint > 0 then
    j := drama.write_journal(v, p, 'welcome', 'welcome');
    perform drama.write_postings(v, j, 'issued', 'wallet', (p->>'paid')::bigint, (p->>'bonus')::bigint);
  end if;
  return to_jsonb(v);
end $$;

-- Coins and rights of one viewer in one series, from one snapshot: `rev` belongs to exactly these rights.
create function drama.holdings(v bigint, s text, at timestamptz) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'rev', w.rev, 'paid', w.paid, 'bonus', w.bonus,
    'waitSince', (select t.since from drama.wait_timer t where t.viewer = v and t.series = s),
    'unlocks', coalesce((
      select jsonb_agg(jsonb_build_object('episode', u.episode, 'via', u.via, 'until', u.until))
      from drama.unlock u where u.viewer = v and u.series = s and drama.is_active(u, at)
    ), '[]'))
  from drama.wallet w where w.viewer = v;
$$;

-- The same for a check, which is also the first sight from which a wait counts.
create function drama.access(v bigint, s text, at timestamptz) returns jsonb language plpgsql as $$
begin
  if not exists (select from drama.wait_timer t where t.viewer = v and t.series = s) then
    insert into drama.wait_timer (viewer, series, since) values (v, s, at) on conflict do nothing;
  end if;
  return drama.holdings(v, s, at);
end $$;

create function drama.remember(v bigint, p jsonb, kind text, outcome jsonb) returns jsonb language sql as $$
  insert into drama.idem (viewer, key, kind, fingerprint, outcome, at)
  values (v, p->>'key', kind, p->>'fingerprint', outcome, (p->>'at')::timestamptz)
  returning outcome || jsonb_build_object('replayed', false);
$$;

-- What the key led to before, `key-reused` when it belongs to another request, or null when it is new.
create function drama.replay(v bigint, p jsonb, of_kind text) returns jsonb language sql stable as $$
  select case
    when i.kind = of_kind and i.fingerprint = p->>'fingerprint' then i.outcome || '{"replayed": true}'
    else '{"outcome": "key-reused"}'::jsonb
  end
  from drama.idem i where i.viewer = v and i.key = p->>'key';
$$;

-- Decides an unlock and carries it out. See UnlockOrder in src/store/store.ts for the fields of `p`.
create function drama.settle_unlock(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
  in_series text := p->>'series';
  purse drama.wallet;
  outcome jsonb;
  facts jsonb := jsonb_build_object('series', p->'series', 'episodes', p->'episodes', 'at', p->'at');
  ids text[];
  prices bigint[];
  total bigint;
  charge bigint;
  shares bigint[];
  from_bonus bigint;
  free_at timestamptz;
  j uuid;
  written integer;
begin
  select * into purse from drama.wallet where viewer = v for update;
  if not found then
    raise exception 'viewer % has no wallet', v;
  end if;

  outcome := drama.replay(v, p, 'unlock');
  if outcome is not null then
    return outcome;
  end if;

  select array_agg(i.item->>'episode' order by i.place), array_agg((i.item->>'price')::bigint order by i.place)
  into ids, prices
  from jsonb_array_elements(p->'items') with ordinality as i (item, place)
  where not exists (
    select from drama.unlock u
    where u.viewer = v and u.series = in_series and u.episode = i.item->>'episode' and drama.is_active(u, now_at)
  );
  if ids is null then
    return drama.remember(v, p, 'unlock',
      facts || '{"outcome": "granted", "already": true, "charged": null}');
  end if;

  if p->>'refusal' is not null then
    return drama.remember(v, p, 'unlock',
      facts || jsonb_build_object('outcome', 'declined', 'reason', p->'refusal'));
  end if;

  -- "The rest" that was never quoted must be the rest as it is now.
  if jsonb_typeof(p->'mustCover') = 'array' and (cardinality(ids) < 2 or exists (
    select from jsonb_array_elements_text(p->'mustCover') as c (episode)
    where c.episode <> all (ids) and not exists (
      select from drama.unlock u
      where u.viewer = v and u.series = in_series and u.episode = c.episode and drama.is_active(u, now_at))
  )) then
    return drama.remember(v, p, 'unlock', facts || '{"outcome": "declined", "reason": "offer-gone"}');
  end if;

  if p->>'via' = 'wait' then
    insert into drama.wait_timer (viewer, series, since) values (v, in_series, now_at) on conflict do nothing;
    select t.since + make_interval(secs => (p->>'waitSeconds')::double precision) into free_at
    from drama.wait_timer t where t.viewer = v and t.series = in_series;
    if free_at > now_at then
      return drama.remember(v, p, 'unlock',
        facts || jsonb_build_object('outcome', 'declined', 'reason', 'not-yet', 'availableAt', free_at));
    end if;
    update drama.wait_timer set since = now_at where viewer = v and series = in_series;
    prices := array_fill(0::bigint, array[cardinality(ids)]);
  end if;

  select sum(x) into total from unnest(prices) as x;
  charge := least(total * (100 - (p->>'discountPercent')::integer) / 100, (p->>'quoted')::bigint);
  if charge > (p->>'ceiling')::bigint then
    return drama.remember(v, p, 'unlock', facts || '{"outcome": "declined", "reason": "price-changed"}');
  end if;
  if charge > purse.paid + purse.bonus then
    return drama.remember(v, p, 'unlock', facts || jsonb_build_object(
      'outcome', 'declined', 'reason', 'insufficient-funds',
      'shortfall', charge - purse.paid - purse.bonus));
  end if;

  from_bonus := least(purse.bonus, charge);
  j := drama.write_journal(v, p, 'unlock', p->>'key');
  perform drama.write_postings(v, j, 'wallet', 'earned', charge - from_bonus, from_bonus);

  -- Whole coins per episode that add up to the charge: differences of rounded running sums.
  select array_agg(
    case when total = 0 then 0 else charge * upto / total - charge * (upto - price) / total end order by place)
  into shares
  from (
    select place, price, sum(price) over (order by place) :: bigint as upto
    from unnest(prices) with ordinality as x (price, place)
  ) as running;

  -- Bought again after an end or a revocation: the same row, one generation later.
  with opened as (
    insert into drama.unlock as u (viewer, series, episode, state, via, price, journal, at)
    select v, in_series, x.episode, 'active', p->>'via', x.price, j, now_at
    from unnest(ids, shares) as x (episode, price)
    on conflict (viewer, series, episode) do update
      set state = 'active', via = excluded.via, price = excluded.price, journal = excluded.journal,
          at = excluded.at, until = null, generation = u.generation + 1
      where not drama.is_active(u, now_at)
    returning u.episode, u.price, u.generation
  )
  insert into drama.journal_item (viewer, journal, episode, price, generation)
  select v, j, opened.episode, opened.price, opened.generation from opened;
  get diagnostics written = row_count;
  if written <> cardinality(ids) then
    raise exception 'viewer % paid for % episodes and was given %', v, cardinality(ids), written;
  end if;

  update drama.wallet
  set bonus = bonus - from_bonus, paid = paid - (charge - from_bonus), rev = rev + 1
  where viewer = v;
  return drama.remember(v, p, 'unlock', facts || jsonb_build_object(
    'outcome', 'granted', 'already', false, 'charged', charge, 'receipt', j));
end $$;

-- What happened is replayed; what is true now stands beside it.
create function drama.unlock(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  outcome jsonb := drama.settle_unlock(v, p);
begin
  return outcome || jsonb_build_object('holdings', drama.holdings(v, p->>'series', (p->>'at')::timestamptz));
end $$;

-- The end of the unlock with this key, or null. Waits for one that is being carried out at this moment.
create function drama.find_outcome(v bigint, k text, at timestamptz) returns jsonb language plpgsql as $$
begin
  perform from drama.wallet where viewer = v for share;
  return (
    select i.outcome || jsonb_build_object('replayed', true, 'holdings', drama.holdings(v, i.outcome->>'series', find_outcome.at))
    from drama.idem i where i.viewer = v and i.key = k and i.kind = 'unlock');
end $$;

-- Adds play money. See TopUpOrder in src/store/store.ts.
create function drama.settle_topup(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  outcome jsonb;
  j uuid;
begin
  perform from drama.wallet where viewer = v for update;
  if not found then
    raise exception 'viewer % has no wallet', v;
  end if;
  outcome := drama.replay(v, p, 'topup');
  if outcome is not null then
    return outcome;
  end if;
  j := drama.write_journal(v, p, p->>'kind', p->>'key');
  perform drama.write_postings(v, j, 'issued', 'wallet', (p->>'coins')::bigint, 0);
  update drama.wallet set paid = paid + (p->>'coins')::bigint, rev = rev + 1 where viewer = v;
  return drama.remember(v, p, 'topup',
    jsonb_build_object('outcome', 'added', 'receipt', j, 'at', p->'at', 'coins', p->'coins'));
end $$;

create function drama.topup(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  outcome jsonb := drama.settle_topup(v, p);
begin
  return outcome || jsonb_build_object('holdings', drama.holdings(v, '', (p->>'at')::timestamptz));
end $$;

-- The ledger's own account of itself: all counts but the first are 0, or something is broken. Null: every viewer.
create function drama.proof(v bigint) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'journals', (select count(*) from drama.journal j where v is null or j.viewer = v),
    'sum', (select coalesce(sum(p.amount), 0) from drama.posting p where v is null or p.viewer = v),
    'unbalanced', (select count(*) from (
      select from drama.posting p where v is null or p.viewer = v
      group by p.viewer, p.journal, p.bucket having sum(p.amount) <> 0) as odd),
    'walletsOff', (select count(*) from drama.wallet w where (v is null or w.viewer = v) and (
      w.paid <> (select coalesce(sum(p.amount), 0) from drama.posting p
                 where p.viewer = w.viewer and p.account = 'wallet' and p.bucket = 'paid')
      or w.bonus <> (select coalesce(sum(p.amount), 0) from drama.posting p
                 where p.viewer = w.viewer and p.account = 'wallet' and p.bucket = 'bonus'))),
    'chargedWithoutGrant', (select count(*) from drama.journal j
      where (v is null or j.viewer = v) and j.kind = 'unlock' and not exists (
        select from drama.journal_item i
        join drama.unlock u on u.viewer = i.viewer and u.series = j.series and u.episode = i.episode
          and u.generation >= i.generation
        where i.viewer = j.viewer and i.journal = j.id)),
    'grantedWithoutJournal', (select count(*) from drama.unlock u
      where (v is null or u.viewer = v) and not exists (
        select from drama.journal_item i where i.viewer = u.viewer and i.journal = u.journal
          and i.episode = u.episode and i.generation = u.generation and i.price = u.price)));
$$;

-- A viewer's rows for reading, the newest 100 journals first.
create function drama.ledger(v bigint) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'wallet', (select to_jsonb(w) - 'viewer' from drama.wallet w where w.viewer = v),
    'unlocks', coalesce((select jsonb_agg(to_jsonb(u) - 'viewer' order by u.at desc, u.series, u.episode)
      from drama.unlock u where u.viewer = v), '[]'),
    'keys', coalesce((select jsonb_agg(jsonb_build_object(
        'key', i.key, 'kind', i.kind, 'at', i.at, 'outcome', i.outcome->'outcome', 'reason', i.outcome->'reason')
        order by i.at desc)
      from (select * from drama.idem where viewer = v order by at desc limit 100) as i), '[]'),
    'journals', coalesce((select jsonb_agg(
        (to_jsonb(j) - 'viewer') || jsonb_build_object(
          'items', coalesce((select jsonb_agg(to_jsonb(i) - 'viewer' - 'journal' order by i.episode)
            from drama.journal_item i where i.viewer = v and i.journal = j.id), '[]'),
          'postings', coalesce((select jsonb_agg(to_jsonb(p) - 'viewer' - 'journal' order by p.line)
            from drama.posting p where p.viewer = v and p.journal = j.id), '[]'))
        order by j.at desc)
      from (select * from drama.journal where viewer = v order by at desc limit 100) as j), '[]'),
    'proof', drama.proof(v));
$$;
