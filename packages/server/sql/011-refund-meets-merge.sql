-- A refund that waits for the guest's wallet while the guest is merged: the coins go to the account, as if it had come
-- later. Before, they stayed with the guest, who was over by then.
create or replace function drama.refund(v bigint, p jsonb) returns jsonb language plpgsql as $$
declare
  account bigint;
  outcome jsonb;
begin
  -- Who has to be locked is known for certain only under the lock. If a merge came first, the lock is given back (with
  -- the block that took it) and both are locked in the order in which a merge locks them.
  loop
    account := (select x.merged_into from drama.viewer x where x.id = v);
    begin
      perform from drama.wallet where viewer in (v, account) order by viewer for update;
      exit when account is not distinct from (select x.merged_into from drama.viewer x where x.id = v);
      raise exception 'viewer % was merged meanwhile', v using errcode = 'DR002';
    exception when sqlstate 'DR002' then
      null;
    end;
  end loop;
  outcome := drama.settle_refund(v, p);
  if account is null or outcome->>'outcome' <> 'refunded' or (outcome->>'already')::boolean then
    return outcome;
  end if;
  perform drama.carry_coins(v, account, p || jsonb_build_object('priceList', j.price_list), 'refund/' || j.id)
  from drama.journal j where j.viewer = v and j.id = (outcome->>'receipt')::uuid;
  update drama.unlock u set state = 'refunded'
  from drama.journal j, drama.journal sale
  where sale.viewer = v and sale.id = (p->>'receipt')::uuid
    and j.viewer = account and j.kind = 'merge' and j.ref = v || '/' || sale.series
    and u.viewer = account and u.series = sale.series and u.journal = j.id and outcome->'episodes' ? u.episode;
  return outcome;
end $$;

-- What is given to a guest who is merged at that moment would never be found again: refused, to be given to the account.
alter function drama.gift(bigint, jsonb) rename to settle_gift;

create function drama.gift(v bigint, p jsonb) returns jsonb language plpgsql as $$
begin
  perform drama.lock_wallet(v);
  if exists (select from drama.viewer x where x.id = v and x.merged_into is not null) then
    raise exception 'viewer % was merged', v using errcode = 'DR001';
  end if;
  return drama.settle_gift(v, p);
end $$;
