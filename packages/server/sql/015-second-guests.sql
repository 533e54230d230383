-- Coins that an account has settle the debt that a guest brings along, or that a refund of a guest's top-up leaves: before,
-- only coins that came later did, and the account could go on spending what had been taken back.
create or replace function drama.carry_coins(g bigint, a bigint, p jsonb, ref text) returns void language plpgsql as $$
declare
  purse drama.wallet;
  j uuid;
  settled bigint;
begin
  select * into purse from drama.wallet where viewer = g;
  if purse.paid = 0 and purse.bonus = 0 and purse.debt = 0 then
    return;
  end if;
  j := drama.write_journal(g, p, 'merge', ref);
  perform drama.write_postings(g, j, 'wallet', 'merged', purse.paid, purse.bonus);
  perform drama.write_postings(g, j, 'merged', 'debt', purse.debt, 0);
  update drama.wallet set paid = 0, bonus = 0, debt = 0, rev = rev + 1 where viewer = g;

  j := drama.write_journal(a, p, 'merge', ref);
  perform drama.write_postings(a, j, 'debt', 'merged', purse.debt, 0);
  update drama.wallet set debt = debt + purse.debt where viewer = a;
  perform drama.credit(a, j, 'merged', purse.paid, purse.bonus);
  select least(w.paid, w.debt) into settled from drama.wallet w where w.viewer = a;
  perform drama.write_postings(a, j, 'wallet', 'debt', settled, 0);
  update drama.wallet set paid = paid - settled, debt = debt - settled where viewer = a;
end $$;

-- A right that came with an earlier merge stands in the account's books without a price. What was paid for it stands in
-- that guest's: a second guest who paid for the same episode gets it back too.
create or replace function drama.merge_guest(g bigint, a bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  now_at timestamptz := (p->>'at')::timestamptz;
  twice record;
  back jsonb;
  returned bigint := 0;
  outcome jsonb;
begin
  perform from drama.wallet where viewer in (g, a) order by viewer for update;
  if g <> a and not exists (select from drama.merge m where m.guest = g) then
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
  end if;
  outcome := drama.settle_merge(g, a, p);
  if outcome->>'outcome' = 'merged' and not (outcome->>'already')::boolean then
    update drama.ad_session set viewer = a where viewer = g;
    insert into drama.ad_claim (viewer, key, session, fingerprint, facts)
    select a, c.key, c.session, c.fingerprint, c.facts from drama.ad_claim c where c.viewer = g
    on conflict do nothing;
    delete from drama.ad_claim where viewer = g;
    update drama.merge set refunded = refunded + returned where guest = g;
    outcome := outcome || jsonb_build_object('refunded', (outcome->>'refunded')::bigint + returned);
  end if;
  return outcome;
end $$;
