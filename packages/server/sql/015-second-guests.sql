-- Coins that an account has settle the debt that a guest brings along, or that a refund of a guest's top-up leaves: before,
-- only coins that came later did, and the account could go on spending what had been taken back.
alter function drama.carry_coins(bigint, bigint, jsonb, text) rename to move_coins;

create function drama.carry_coins(g bigint, a bigint, p jsonb, ref text) returns void language plpgsql as $$
declare
  arrival uuid;
  settled bigint;
begin
  perform drama.move_coins(g, a, p, ref);
  select j.id into arrival from drama.journal j where j.viewer = a and j.kind = 'merge' and j.ref = carry_coins.ref;
  if arrival is null then
    return;
  end if;
  select least(w.paid, w.debt) into settled from drama.wallet w where w.viewer = a;
  perform drama.write_postings(a, arrival, 'wallet', 'debt', settled, 0);
  update drama.wallet set paid = paid - settled, debt = debt - settled where viewer = a;
end $$;

-- A right that came with an earlier merge stands in the account's books without a price. What was paid for it stands in
-- that guest's: a second guest who paid for the same episode gets it back too.
alter function drama.merge_guest(bigint, bigint, jsonb) rename to move_guest;

create function drama.merge_guest(g bigint, a bigint, p jsonb) returns jsonb language plpgsql as $$
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
    join drama.journal m on m.viewer = a and m.id = o.journal and m.kind = 'merge'
    join drama.unlock former on former.viewer::text = split_part(m.ref, '/', 1)
      and former.series = o.series and former.episode = o.episode
    where u.viewer = g and u.price > 0 and former.price > 0
      and drama.is_active(u, now_at) and drama.is_active(o, now_at)
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
