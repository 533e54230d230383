-- Whether one of an account's guests had paid is found by indices, however long the ledger is: "ended for the guest before
-- the merge, or for the account after it" was one condition, for which all items of all journals were read. Now it is two.
create function drama.guest_had_paid(a bigint, in_series text, wanted text) returns boolean stable language plpgsql as $$
begin
  return exists (
    select from drama.viewer x
    join drama.merge m on m.guest = x.id
    join drama.unlock former on former.viewer = x.id and former.series = in_series and former.episode = wanted
    -- A merge closes a guest's rights as 'revoked'; what was given back is 'refunded'.
    where x.merged_into = a and former.price > 0 and former.state = 'revoked'
      -- What the platform itself ended, before the merge or after it, is paid for by nobody.
      and not exists (
        select from drama.journal r
        join drama.journal_item i on i.viewer = r.viewer and i.journal = r.id and i.episode = wanted
        where r.viewer = m.guest and r.kind = 'revoke' and r.series = in_series and i.generation = former.generation)
      and not exists (
        select from drama.journal r
        join drama.journal_item i on i.viewer = r.viewer and i.journal = r.id and i.episode = wanted
        where r.viewer = a and r.kind = 'revoke' and r.series = in_series and r.at >= m.at));
end $$;

-- As before, and asks it.
create or replace function drama.merge_guest(g bigint, a bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
  twice record;
  back jsonb;
  returned bigint := 0;
  outcome jsonb;
begin
  perform from drama.wallet where viewer in (g, a) order by viewer for update;
  if g = a or exists (select from drama.merge m where m.guest = g) then
    return drama.move_guest(g, a, p);
  end if;
  for twice in
    select u.episode, u.journal from drama.unlock u
    join drama.unlock o on o.viewer = a and o.series = u.series and o.episode = u.episode
    where u.viewer = g and u.price > 0 and o.price = 0
      and drama.is_active(u, now_at) and drama.is_active(o, now_at) and drama.guest_had_paid(a, u.series, u.episode)
    order by u.journal, u.episode
  loop
    back := drama.refund(g, jsonb_build_object('receipt', twice.journal, 'episodes', jsonb_build_array(twice.episode),
      'at', p->'at', 'note', 'another guest of the account had paid'));
    returned := returned + (back->>'paid')::bigint + (back->>'bonus')::bigint;
  end loop;
  outcome := drama.move_guest(g, a, p);
  update drama.merge set refunded = refunded + returned where guest = g;
  return outcome || jsonb_build_object('refunded', (outcome->>'refunded')::bigint + returned);
end $$;
