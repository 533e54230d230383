-- An account and its guests may each have had a right to the same episode: one of them had paid, the other had it as a gift,
-- by waiting or with a code. The account's books show one right; the others lie beneath it. When the one that shows is given
-- back, the best of those beneath takes its place. Before, the episode was locked, also for whoever had paid for it.

-- A gift that ends, where a longer right of a guest took its place. All else that lies beneath stands in the guests' books.
-- Purchases never end by themselves.
create table drama.covered_gift (
  viewer bigint not null,
  series text not null,
  episode text not null,
  generation integer not null,
  via text not null,
  until timestamptz not null,
  primary key (viewer, series, episode, generation),
  foreign key (viewer, series, episode) references drama.unlock (viewer, series, episode)
);

create function drama.keep_covered_gift() returns trigger language plpgsql as $$
begin
  insert into drama.covered_gift (viewer, series, episode, generation, via, until)
  select old.viewer, old.series, old.episode, old.generation, old.via, old.until
  from drama.journal j where j.viewer = old.viewer and j.id = old.journal and j.kind = 'gift';
  return null;
end $$;

create trigger keeps_covered_gift after update on drama.unlock for each row
  when (old.state = 'active' and new.state = 'active' and old.journal <> new.journal and old.until > new.at)
  execute function drama.keep_covered_gift();

-- The best right that lies beneath each of these episodes of an account: the one that lasts longest, and of those one that
-- was paid for. `source`: in whose books it stands. What the staff revoked is nobody's right, whoever had it.
create function drama.rights_beneath(a bigint, in_series text, ids text[], now_at timestamptz)
returns table (source bigint, episode text, via text, until timestamptz) stable language sql as $$
  select distinct on (b.episode) b.source, b.episode, b.via, b.until
  from (
    -- A merge closes a guest's rights as 'revoked'; what was given back is 'refunded'.
    select former.viewer as source, former.episode, former.via, former.until, former.price
    from drama.merge m
    join drama.viewer x on x.id = m.guest
    join drama.unlock former on former.viewer = m.guest and former.series = in_series
      and former.episode = any (ids) and former.state = 'revoked'
    where x.merged_into = a
      -- Two questions, not one with an "or" in it: each is found by an index.
      and not exists (
        select from drama.journal r
        join drama.journal_item i on i.viewer = r.viewer and i.journal = r.id and i.episode = former.episode
        where r.viewer = m.guest and r.kind = 'revoke' and r.series = in_series and i.generation = former.generation)
      and not exists (
        select from drama.journal r
        join drama.journal_item i on i.viewer = r.viewer and i.journal = r.id and i.episode = former.episode
        where r.viewer = a and r.kind = 'revoke' and r.series = in_series and r.at >= m.at)
    union all
    select g.viewer, g.episode, g.via, g.until, 0
    from drama.covered_gift g
    where g.viewer = a and g.series = in_series and g.episode = any (ids) and not exists (
      select from drama.journal r
      join drama.journal_item i on i.viewer = r.viewer and i.journal = r.id and i.episode = g.episode
      where r.viewer = a and r.kind = 'revoke' and r.series = in_series and i.generation >= g.generation)
  ) as b
  where b.until is null or b.until > now_at
  order by b.episode, b.until desc nulls first, b.price desc, b.source;
$$;

-- Opens what lies beneath, as a journal per source that no coins go with. Its ref begins like that of a merge: whoever
-- looks for the guest from whom a right came finds it.
create function drama.open_beneath(a bigint, sale drama.journal, ids text[], p jsonb) returns void language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
  b record;
  j uuid;
begin
  for b in
    select r.source, array_agg(r.episode) as episodes, array_agg(r.via) as ways, array_agg(r.until) as ends
    from drama.rights_beneath(a, sale.series, ids, now_at) as r group by r.source order by r.source
  loop
    j := drama.write_journal(a, drama.attribution(sale) || jsonb_build_object('at', p->'at', 'note', p->'note'), 'merge',
      b.source || '/' || sale.series || '/' || (p->>'cause'));
    with opened as (
      update drama.unlock u
      set state = 'active', via = x.via, price = 0, journal = j, at = now_at, until = x.until, generation = u.generation + 1
      from unnest(b.episodes, b.ways, b.ends) as x (episode, via, until)
      where u.viewer = a and u.series = sale.series and u.episode = x.episode
      returning u.episode, u.generation
    )
    insert into drama.journal_item (viewer, journal, episode, price, generation)
    select a, j, o.episode, 0, o.generation from opened o;
  end loop;
end $$;

alter function drama.refund(bigint, jsonb) rename to give_back;

create function drama.refund(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  outcome jsonb := drama.give_back(v, p);
  a bigint;
  sale drama.journal;
  shut text[];
  kept text[];
begin
  if outcome->>'outcome' <> 'refunded' or (outcome->>'already')::boolean or outcome->>'kind' <> 'unlock' then
    return outcome;
  end if;
  select coalesce(x.merged_into, x.id) into a from drama.viewer x where x.id = v;
  select * into sale from drama.journal where viewer = v and id = (p->>'receipt')::uuid;
  if a <> v then
    -- A right that came up from beneath goes with its purchase, as one that came with the merge does.
    update drama.unlock u set state = 'refunded'
    from drama.journal j, drama.unlock former
    where u.viewer = a and u.series = sale.series and outcome->'episodes' ? u.episode and u.state = 'active'
      and j.viewer = a and j.id = u.journal and j.kind = 'merge' and split_part(j.ref, '/', 1) = v::text
      and former.viewer = v and former.series = u.series and former.episode = u.episode and former.journal = sale.id;
    update drama.wallet set rev = rev + 1 where viewer = a;
  end if;

  -- What this refund shut, and the staff had not shut before.
  select array_agg(u.episode) into shut
  from drama.unlock u join drama.journal j on j.viewer = a and j.id = u.journal
  where u.viewer = a and u.series = sale.series and outcome->'episodes' ? u.episode and u.state = 'refunded'
    and (j.id = sale.id or (j.kind = 'merge' and split_part(j.ref, '/', 1) = v::text))
    and not exists (
      select from drama.journal r
      join drama.journal_item i on i.viewer = r.viewer and i.journal = r.id
      where r.viewer = a and r.kind = 'revoke' and r.series = u.series
        and i.episode = u.episode and i.generation = u.generation);
  if shut is not null then
    perform drama.open_beneath(a, sale, shut, p || jsonb_build_object('cause', outcome->>'receipt'));
  end if;
  select array_agg(u.episode order by u.episode) into kept from drama.unlock u
  where u.viewer = a and u.series = sale.series and outcome->'episodes' ? u.episode
    and drama.is_active(u, (p->>'at')::timestamptz);
  return outcome || case when kept is null then '{}' else jsonb_build_object('kept', to_jsonb(kept)) end;
end $$;
