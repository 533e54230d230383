-- From how many log-ins a viewer was lately given media: what a limit of devices counts.
create table drama.device (
  viewer bigint not null references drama.viewer,
  -- The token's `sid`; all log-ins without one are one.
  session text not null,
  seen_at timestamptz not null,
  primary key (viewer, session)
);

-- Lets a log-in play beside the others, or not. `p`: session, at, since, most. The wallet's row is locked, so that two
-- that come at the same moment do not both take the last place.
create function drama.admit(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
  since timestamptz := (p->>'since')::timestamptz;
begin
  perform from drama.wallet w where w.viewer = v for update;
  delete from drama.device d where d.viewer = v and d.seen_at <= since;
  if (
    select count(*) from drama.device d where d.viewer = v and d.session <> p->>'session'
  ) >= (p->>'most')::integer then
    return 'false';
  end if;
  insert into drama.device as d (viewer, session, seen_at) values (v, p->>'session', now_at)
  on conflict (viewer, session) do update set seen_at = greatest(d.seen_at, excluded.seen_at);
  return 'true';
end $$;
