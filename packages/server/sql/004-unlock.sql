-- Codes, caps on spending, and keys that are forgotten after their time.

-- A code opens episodes. Only its digest is kept: whoever reads the table can redeem nothing.
create table drama.code (
  digest text primary key,
  -- The platform's name for the codes that were made together.
  batch text not null,
  series text not null,
  -- Null: the one episode for which it is typed.
  episodes text[],
  uses integer not null check (uses > 0),
  used integer not null default 0 check (used between 0 and uses),
  expires_at timestamptz,
  created_at timestamptz not null
);

create table drama.code_use (
  viewer bigint not null references drama.viewer,
  digest text not null references drama.code,
  journal uuid not null,
  primary key (viewer, digest),
  foreign key (viewer, journal) references drama.journal (viewer, id)
);
create trigger append_only before update or delete or truncate on drama.code_use
  for each statement execute function drama.refuse_change();

-- Makes codes of one kind; those that are there already are left alone.
create function drama.add_codes(p jsonb) returns jsonb language sql as $$
  with made as (
    insert into drama.code (digest, batch, series, episodes, uses, expires_at, created_at)
    select d.digest, p->>'batch', p->>'series',
      (select array_agg(e.episode) from jsonb_array_elements_text(p->'episodes') as e (episode)),
      (p->>'uses')::integer, (p->>'expiresAt')::timestamptz, (p->>'at')::timestamptz
    from jsonb_array_elements_text(p->'digests') as d (digest)
    on conflict do nothing returning 1
  )
  select to_jsonb(count(*)) from made;
$$;

-- The code's row, locked, if this viewer may redeem it for these episodes now.
create function drama.find_code(v bigint, p jsonb, ids text[]) returns drama.code language sql as $$
  select c from drama.code c
  where c.digest = p->>'code' and c.series = p->>'series' and c.used < c.uses
    and (c.expires_at is null or c.expires_at > (p->>'at')::timestamptz)
    and (case when c.episodes is null then cardinality(ids) = 1 else ids <@ c.episodes end)
    and not exists (select from drama.code_use u where u.viewer = v and u.digest = c.digest)
  for update;
$$;

-- A key whose answer was forgotten still never buys again: its journal stays for ever.
create or replace function drama.replay(v bigint, p jsonb, of_kind text) returns jsonb language sql stable as $$
  select coalesce(
    (select case
        when i.kind = of_kind and i.fingerprint = p->>'fingerprint' then i.outcome || '{"replayed": true}'
        else '{"outcome": "key-reused"}'::jsonb
      end
      from drama.idem i where i.viewer = v and i.key = p->>'key'),
    (select '{"outcome": "key-reused"}'::jsonb
      from drama.journal j where j.viewer = v and j.kind in ('unlock', 'topup', 'demo-topup') and j.ref = p->>'key'));
$$;

create index idem_by_time on drama.idem (at);

-- Forgets the answers of old keys, some at a time. Gives how many.
create function drama.prune(before timestamptz, at_most integer) returns jsonb language sql as $$
  with gone as (
    delete from drama.idem i
    using (select viewer, key from drama.idem where at < before order by at limit at_most for update skip locked) as old
    where i.viewer = old.viewer and i.key = old.key
    returning 1
  )
  select to_jsonb(count(*)) from gone;
$$;

-- What a viewer spent since then, in one session or on one publisher's pages where that is named.
create function drama.spent(v bigint, cap jsonb) returns bigint language sql stable as $$
  select coalesce(-sum(p.amount), 0)::bigint
  from drama.journal j
  join drama.posting p on p.viewer = j.viewer and p.journal = j.id and p.account = 'wallet'
  where j.viewer = v and j.kind = 'unlock' and j.at > (cap->>'since')::timestamptz
    and (cap->>'session' is null or j.session = cap->>'session')
    and (cap->>'origin' is null or j.origin = cap->>'origin');
$$;

-- Why this charge must not be made although the coins are there; null: it may. See SpendRules in src/store/store.ts.
create function drama.refuse_spend(v bigint, rules jsonb, charge bigint) returns text language sql stable as $$
  select case
    when charge = 0 or rules is null then null
    when exists (
      select from jsonb_array_elements(rules->'caps') as c (cap)
      where charge + drama.spent(v, c.cap) > (c.cap->>'coins')::bigint
    ) then 'limit-reached'
    when charge > (rules->>'confirmAbove')::bigint then 'confirmation-required'
  end;
$$;

create function drama.decline(v bigint, p jsonb, reason text, more jsonb default '{}') returns jsonb language sql as $$
  select drama.remember(v, p, 'unlock', jsonb_build_object('series', p->'series', 'episodes', p->'episodes',
    'at', p->'at', 'outcome', 'declined', 'reason', reason) || more);
$$;

-- Whole coins per episode that add up to the charge: differences of rounded running sums.
create function drama.shares(prices bigint[], charge bigint) returns bigint[] language sql immutable as $$
  select array_agg(
    case when total = 0 then 0 else charge * upto / total - charge * (upto - price) / total end order by place)
  from (
    select place, price, (sum(price) over (order by place))::bigint as upto, (sum(price) over ())::bigint as total
    from unnest(prices) with ordinality as x (price, place)
  ) as running;
$$;

create or replace function drama.settle_unlock(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
  in_series text := p->>'series';
  purse drama.wallet := drama.lock_wallet(v);
  outcome jsonb := drama.replay(v, p, 'unlock');
  voucher drama.code;
  refusal text;
  ids text[];
  prices bigint[];
  charge bigint;
  from_bonus bigint;
  free_at timestamptz;
  j uuid;
begin
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
    return drama.remember(v, p, 'unlock', jsonb_build_object('series', p->'series', 'episodes', p->'episodes',
      'at', p->'at', 'outcome', 'granted', 'already', true, 'charged', null));
  end if;
  if p->>'refusal' is not null then
    return drama.decline(v, p, p->>'refusal');
  end if;

  -- "The rest" that was never quoted must be the rest as it is now.
  if jsonb_typeof(p->'mustCover') = 'array' and (cardinality(ids) < 2 or exists (
    select from jsonb_array_elements_text(p->'mustCover') as c (episode)
    where c.episode <> all (ids) and not exists (
      select from drama.unlock u
      where u.viewer = v and u.series = in_series and u.episode = c.episode and drama.is_active(u, now_at))
  )) then
    return drama.decline(v, p, 'offer-gone');
  end if;

  if p->>'via' = 'wait' then
    insert into drama.wait_timer (viewer, series, since) values (v, in_series, now_at) on conflict do nothing;
    select t.since + make_interval(secs => (p->>'waitSeconds')::double precision) into free_at
    from drama.wait_timer t where t.viewer = v and t.series = in_series;
    if free_at > now_at then
      return drama.decline(v, p, 'not-yet', jsonb_build_object('availableAt', free_at));
    end if;
    update drama.wait_timer set since = now_at where viewer = v and series = in_series;
  end if;
  if p->>'via' = 'gift' then
    voucher := drama.find_code(v, p, ids);
    -- Unknown, used, of another series or too late: who guesses learns nothing from the answer.
    if voucher.digest is null then
      return drama.decline(v, p, 'offer-gone');
    end if;
    if voucher.episodes is not null then
      select array_agg(e.episode order by e.episode) into ids from unnest(voucher.episodes) as e (episode)
      where not exists (
        select from drama.unlock u
        where u.viewer = v and u.series = in_series and u.episode = e.episode and drama.is_active(u, now_at));
    end if;
  end if;
  if p->>'via' in ('wait', 'gift') then
    prices := array_fill(0::bigint, array[cardinality(ids)]);
  end if;

  select sum(x) * (100 - (p->>'discountPercent')::integer) / 100 into charge from unnest(prices) as x;
  charge := least(charge, (p->>'quoted')::bigint);
  if charge > (p->>'ceiling')::bigint then
    return drama.decline(v, p, 'price-changed');
  end if;
  if charge > purse.paid + purse.bonus then
    return drama.decline(v, p, 'insufficient-funds',
      jsonb_build_object('shortfall', charge - purse.paid - purse.bonus));
  end if;
  refusal := drama.refuse_spend(v, p->'rules', charge);
  if refusal is not null then
    return drama.decline(v, p, refusal);
  end if;

  from_bonus := least(purse.bonus, charge);
  j := drama.write_journal(v, p || jsonb_build_object('note', voucher.batch), 'unlock', p->>'key');
  perform drama.write_postings(v, j, 'wallet', 'earned', charge - from_bonus, from_bonus);
  if drama.open_rights(v, j, p, ids, drama.shares(prices, charge)) <> cardinality(ids) then
    raise exception 'viewer % paid for % episodes and was not given all', v, cardinality(ids);
  end if;
  if voucher.digest is not null then
    update drama.code set used = used + 1 where digest = voucher.digest;
    insert into drama.code_use (viewer, digest, journal) values (v, voucher.digest, j);
  end if;
  update drama.wallet
  set bonus = bonus - from_bonus, paid = paid - (charge - from_bonus), rev = rev + 1
  where viewer = v;
  return drama.remember(v, p, 'unlock', jsonb_build_object('series', p->'series', 'episodes', p->'episodes',
    'at', p->'at', 'outcome', 'granted', 'already', false, 'charged', charge, 'receipt', j));
end $$;
