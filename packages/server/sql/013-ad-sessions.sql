-- Episodes for rewarded films. What opens one is the network's own signed word to this server, never the page's: the
-- viewer's unlock only asks for it, and waits where it came first.

create table drama.ad_session (
  id uuid primary key,
  -- Of a guest who is merged, the account.
  viewer bigint not null references drama.viewer,
  network text not null,
  series text not null,
  episode text not null,
  -- Of the page on which the film began, for the journal.
  terms jsonb not null,
  state text not null default 'open' check (state in ('open', 'rewarded', 'over-cap')),
  -- Before this the film cannot have been seen; after that nobody says so any more.
  counts_from timestamptz not null,
  expires_at timestamptz not null check (expires_at > counts_from),
  -- The network's own id of the reward: each is worth one film, whatever session it names.
  transaction text,
  ended_at timestamptz,
  -- Null also for a reward of an episode that was owned by then.
  journal uuid,
  check ((state = 'open') = (transaction is null) and (state = 'open') = (ended_at is null))
);
create unique index ad_session_by_transaction on drama.ad_session (network, transaction) where transaction is not null;
create index ad_session_by_reward on drama.ad_session (viewer, ended_at) where state = 'rewarded';
create index ad_session_open on drama.ad_session (viewer, expires_at) where state = 'open';
create index ad_session_unseen on drama.ad_session (expires_at) where state = 'open';

-- Keys of unlocks that came before the network's word, and are answered by it.
create table drama.ad_claim (
  viewer bigint not null references drama.viewer,
  key text not null,
  session uuid not null references drama.ad_session,
  fingerprint text not null,
  -- What the answer says beside its outcome: series, episodes, at.
  facts jsonb not null,
  primary key (viewer, key)
);
create index ad_claim_by_session on drama.ad_claim (session);

create function drama.films_seen(v bigint, at timestamptz) returns integer stable language plpgsql as $$
begin
  return (select count(*) from drama.ad_session s
    where s.viewer = v and s.state = 'rewarded' and s.ended_at > films_seen.at - interval '1 day');
end $$;

-- As before, and how many films brought an episode within the last day.
create or replace function drama.holdings(v bigint, s text, at timestamptz) returns jsonb stable language plpgsql as $$
begin
  return (
    select jsonb_build_object(
      'rev', w.rev, 'paid', w.paid, 'bonus', w.bonus,
      'waitSince', (select t.since from drama.wait_timer t where t.viewer = v and t.series = s),
      'filmsSeen', (select count(*) from drama.ad_session f
        where f.viewer = v and f.state = 'rewarded' and f.ended_at > holdings.at - interval '1 day'),
      'unlocks', coalesce((
        select jsonb_agg(jsonb_build_object('episode', u.episode, 'via', u.via, 'until', u.until))
        from drama.unlock u
        where u.viewer = v and u.series = s and u.state = 'active' and (u.until is null or u.until > holdings.at)
      ), '[]'))
    from drama.wallet w where w.viewer = v);
end $$;

-- Begins to count a film. See AdOrder in src/store/ad-store.ts.
create function drama.begin_film(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
begin
  perform drama.lock_wallet(v);
  if exists (select from drama.viewer x where x.id = v and x.merged_into is not null) then
    raise exception 'viewer % was merged', v using errcode = 'DR001';
  end if;
  perform from drama.unlock u
  where u.viewer = v and u.series = p->>'series' and u.episode = p->>'episode' and drama.is_active(u, now_at);
  if found then
    return '{"outcome": "declined", "reason": "offer-gone"}';
  end if;
  if drama.films_seen(v, now_at) >= (p->>'perDay')::integer or (
    select count(*) from drama.ad_session s where s.viewer = v and s.state = 'open' and s.expires_at > now_at
  ) >= (p->>'mostOpen')::integer then
    return '{"outcome": "declined", "reason": "limit-reached"}';
  end if;
  insert into drama.ad_session (id, viewer, network, series, episode, terms, counts_from, expires_at)
  values ((p->>'id')::uuid, v, p->>'network', p->>'series', p->>'episode', p->'terms',
    (p->>'countsFrom')::timestamptz, (p->>'expiresAt')::timestamptz);
  return '{"outcome": "begun"}';
end $$;

-- The end of a film: says to every key that waits for it what came of it.
create function drama.settle_claims(film drama.ad_session, outcome jsonb) returns void language plpgsql as $$
begin
  insert into drama.idem (viewer, key, kind, fingerprint, outcome, at)
  select film.viewer, c.key, 'unlock', c.fingerprint, c.facts || settle_claims.outcome, (c.facts->>'at')::timestamptz
  from drama.ad_claim c where c.session = film.id and c.viewer = film.viewer
  on conflict do nothing;
  delete from drama.ad_claim c where c.session = film.id;
end $$;

-- A network says that a film was seen. Whatever is said twice, or at the same moment, counts once: the wallet's row is
-- locked, the session leaves `open` once, and the journal's reference is the session. See AdReward in src/store/ad-store.ts.
create function drama.reward_film(p jsonb) returns jsonb language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
  film drama.ad_session;
  v bigint;
  j uuid;
begin
  -- Whose it is is known for certain only under the lock: a merge may come first, and moves the session to the account.
  loop
    v := (select s.viewer from drama.ad_session s where s.id = (p->>'session')::uuid and s.network = p->>'network');
    if v is null then
      return '{"outcome": "refused", "reason": "unknown-session"}';
    end if;
    begin
      perform drama.lock_wallet(v);
      select * into film from drama.ad_session s where s.id = (p->>'session')::uuid;
      exit when film.viewer = v;
      raise exception 'viewer % was merged meanwhile', v using errcode = 'DR002';
    exception when sqlstate 'DR002' then
      null;
    end;
  end loop;

  if film.transaction = p->>'transaction' then
    return jsonb_build_object('outcome', film.state, 'already', true);
  end if;
  if film.state <> 'open' or exists (
    select from drama.ad_session s where s.network = film.network and s.transaction = p->>'transaction'
  ) then
    return '{"outcome": "refused", "reason": "used"}';
  end if;
  if now_at < film.counts_from then
    return '{"outcome": "refused", "reason": "too-early"}';
  end if;
  if now_at >= film.expires_at then
    return '{"outcome": "refused", "reason": "expired"}';
  end if;

  if drama.films_seen(v, now_at) >= (p->>'perDay')::integer then
    update drama.ad_session s set state = 'over-cap', transaction = p->>'transaction', ended_at = now_at
    where s.id = film.id;
    perform drama.settle_claims(film, '{"outcome": "declined", "reason": "limit-reached"}');
    return '{"outcome": "over-cap", "already": false}';
  end if;

  if exists (
    select from drama.unlock u
    where u.viewer = v and u.series = film.series and u.episode = film.episode and drama.is_active(u, now_at)
  ) then
    perform drama.settle_claims(film, '{"outcome": "granted", "already": true, "charged": null}');
  else
    j := drama.write_journal(v, film.terms || jsonb_build_object('at', p->'at', 'series', film.series), 'unlock',
      'film/' || film.id);
    if drama.open_rights(v, j, jsonb_build_object('at', p->'at', 'series', film.series, 'via', 'ad'),
      array[film.episode], array[0::bigint]) <> 1 then
      raise exception 'viewer % saw a film and was not given the episode', v;
    end if;
    perform drama.settle_claims(film,
      jsonb_build_object('outcome', 'granted', 'already', false, 'charged', 0, 'receipt', j));
  end if;
  update drama.ad_session s
  set state = 'rewarded', transaction = p->>'transaction', ended_at = now_at, journal = j where s.id = film.id;
  update drama.wallet set rev = rev + 1 where viewer = v;
  return '{"outcome": "rewarded", "already": false}';
exception
  -- Two viewers' sessions with one transaction at the same moment: the index lets one of them through.
  when unique_violation then
    return '{"outcome": "refused", "reason": "used"}';
end $$;

-- An unlock with a film for evidence: granted where the network spoke already, pending until it does.
create function drama.settle_film(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
  wanted text := p->'items'->0->>'episode';
  facts jsonb := jsonb_build_object('series', p->'series', 'episodes', p->'episodes', 'at', p->'at');
  outcome jsonb;
  known drama.ad_claim;
  held drama.unlock;
  film drama.ad_session;
begin
  perform drama.lock_wallet(v);
  outcome := drama.replay(v, p, 'unlock');
  if outcome is not null then
    return outcome;
  end if;
  select * into known from drama.ad_claim c where c.viewer = v and c.key = p->>'key';
  if found and known.fingerprint <> p->>'fingerprint' then
    return '{"outcome": "key-reused"}';
  end if;
  select * into held from drama.unlock u
  where u.viewer = v and u.series = p->>'series' and u.episode = wanted and drama.is_active(u, now_at);
  if found or wanted is null then
    -- Opened by this very film: then this is the answer to it.
    perform from drama.ad_session s where s.viewer = v and s.id = (p->>'film')::uuid and s.journal = held.journal;
    return drama.remember(v, p, 'unlock', facts || case
      when found then jsonb_build_object('outcome', 'granted', 'already', false, 'charged', 0, 'receipt', held.journal)
      else '{"outcome": "granted", "already": true, "charged": null}' end);
  end if;
  if p->>'refusal' is not null then
    return drama.decline(v, p, p->>'refusal');
  end if;
  select * into film from drama.ad_session s
  where s.viewer = v and s.id = (p->>'film')::uuid and s.series = p->>'series' and s.episode = wanted;
  -- Nobody's, somebody else's, another episode's, over, or its right ended: who guesses learns nothing.
  if not found or film.state = 'rewarded' or (film.state = 'open' and now_at >= film.expires_at) then
    return drama.decline(v, p, 'offer-gone');
  end if;
  if film.state = 'over-cap' then
    return drama.decline(v, p, 'limit-reached');
  end if;
  if now_at < film.counts_from then
    return drama.decline(v, p, 'not-yet', jsonb_build_object('availableAt', film.counts_from));
  end if;
  insert into drama.ad_claim (viewer, key, session, fingerprint, facts)
  values (v, p->>'key', film.id, p->>'fingerprint', facts) on conflict do nothing;
  return facts || jsonb_build_object('outcome', 'pending', 'replayed', known.key is not null);
end $$;

create or replace function drama.unlock(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  outcome jsonb;
begin
  if p->>'via' = 'ad' then
    outcome := drama.settle_film(v, p);
  else
    outcome := drama.settle_unlock(v, p);
  end if;
  return outcome || jsonb_build_object('holdings', drama.holdings(v, p->>'series', (p->>'at')::timestamptz));
end $$;

-- As before; a key without an end may wait for a film.
create or replace function drama.find_outcome(v bigint, k text, at timestamptz) returns jsonb language plpgsql as $$
declare
  known drama.idem;
  outcome jsonb;
begin
  perform from drama.wallet where viewer = v for share;
  select * into known from drama.idem i where i.viewer = v and i.key = k and i.kind = 'unlock';
  if not found then
    select i.* into known from drama.viewer g join drama.idem i on i.viewer = g.id and i.key = k and i.kind = 'unlock'
    where g.merged_into = v;
  end if;
  outcome := known.outcome;
  if not found then
    select c.facts || case when s.state = 'open' and s.expires_at > find_outcome.at then '{"outcome": "pending"}'::jsonb
      else '{"outcome": "declined", "reason": "offer-gone"}'::jsonb end
    into outcome
    from drama.ad_claim c join drama.ad_session s on s.id = c.session where c.viewer = v and c.key = k;
  end if;
  return case when found then outcome || jsonb_build_object('replayed', true,
    'holdings', drama.holdings(v, outcome->>'series', find_outcome.at)) end;
end $$;

-- A guest's films go along: those that count against the day, those that are being seen, and the keys that wait for them.
alter function drama.merge_guest(bigint, bigint, jsonb) rename to settle_merge;

create function drama.merge_guest(g bigint, a bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  outcome jsonb := drama.settle_merge(g, a, p);
begin
  if outcome->>'outcome' = 'merged' and not (outcome->>'already')::boolean then
    update drama.ad_session set viewer = a where viewer = g;
    insert into drama.ad_claim (viewer, key, session, fingerprint, facts)
    select a, c.key, c.session, c.fingerprint, c.facts from drama.ad_claim c where c.viewer = g
    on conflict do nothing;
    delete from drama.ad_claim where viewer = g;
  end if;
  return outcome;
end $$;

-- Forgets sessions that ended unseen, with their keys, as keys are forgotten.
create or replace function drama.prune(before timestamptz, at_most integer) returns jsonb language plpgsql as $$
declare
  gone integer;
begin
  with old as (
    select s.id from drama.ad_session s where s.state = 'open' and s.expires_at < before
    order by s.expires_at limit at_most for update skip locked
  ), keys as (
    delete from drama.ad_claim c using old where c.session = old.id
  )
  delete from drama.ad_session s using old where s.id = old.id;
  with old as (
    select i.viewer, i.key from drama.idem i where i.at < before order by i.at limit at_most for update skip locked
  )
  delete from drama.idem i using old where i.viewer = old.viewer and i.key = old.key;
  get diagnostics gone = row_count;
  return to_jsonb(gone);
end $$;
