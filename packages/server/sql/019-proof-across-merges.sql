-- The proof looks from an account's books into those of its guests: what came from a guest must not stay open when the
-- guest's purchase, code or wait was given back.
alter function drama.proof(bigint) rename to proof_of_merges;

create function drama.proof(v bigint) returns jsonb stable language plpgsql
set plan_cache_mode to force_custom_plan as $$
declare
  proven jsonb := drama.proof_of_merges(v);
  lo bigint := coalesce(v, 0);
  hi bigint := coalesce(v, 9223372036854775807);
  outlived bigint;
begin
  select count(*) into outlived
  from drama.unlock u
  join drama.journal j on j.viewer = u.viewer and j.id = u.journal and j.kind = 'merge'
  join drama.unlock former on former.series = u.series and former.episode = u.episode
    -- A merge's other journals, those of coins, name no guest first.
    and former.viewer = case when j.ref ~ '^[0-9]+/' then split_part(j.ref, '/', 1)::bigint end
  where u.viewer between lo and hi and u.state = 'active' and former.state = 'refunded';
  return proven || jsonb_build_object('openAfterRefund', (proven->>'openAfterRefund')::bigint + outlived);
end $$;
