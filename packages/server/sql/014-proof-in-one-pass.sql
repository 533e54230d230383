-- The proof reads each table once, for one viewer or for all. Before, every wallet and every journal asked for its own sum,
-- and "this viewer, or all of them" kept the indices of a single viewer from being used.
create or replace function drama.proof_of_books(v bigint) returns jsonb stable language plpgsql
set plan_cache_mode to force_custom_plan as $$
declare
  -- One viewer is a range of one: the same condition finds by index, and takes in all.
  lo bigint := coalesce(v, 0);
  hi bigint := coalesce(v, 9223372036854775807);
begin
  return (
    with book as materialized (
      select p.viewer, p.journal, p.bucket, p.account, sum(p.amount) as amount
      from drama.posting p where p.viewer between lo and hi
      group by p.viewer, p.journal, p.bucket, p.account
    ), balance as (
      select b.viewer,
        coalesce(sum(b.amount) filter (where b.account = 'wallet' and b.bucket = 'paid'), 0) as paid,
        coalesce(sum(b.amount) filter (where b.account = 'wallet' and b.bucket = 'bonus'), 0) as bonus,
        coalesce(sum(b.amount) filter (where b.account = 'debt' and b.bucket = 'paid'), 0) as debt,
        coalesce(sum(b.amount) filter (where b.account = 'debt' and b.bucket = 'bonus'), 0) as odd
      from book b group by b.viewer
    ), earned as (
      select b.viewer, b.journal, sum(b.amount) as amount from book b where b.account = 'earned' group by 1, 2
    ), item as (
      select i.viewer, i.journal, sum(i.price) as price from drama.journal_item i
      where i.viewer between lo and hi group by 1, 2
    )
    select jsonb_build_object(
      'journals', (select count(*) from drama.journal j where j.viewer between lo and hi),
      'sum', (select coalesce(sum(b.amount), 0) from book b),
      'unbalanced', (select count(*) from (
        select from book b group by b.viewer, b.journal, b.bucket having sum(b.amount) <> 0) as odd),
      'walletsOff', (select count(*) from drama.wallet w left join balance b on b.viewer = w.viewer
        where w.viewer between lo and hi and (w.paid <> coalesce(b.paid, 0) or w.bonus <> coalesce(b.bonus, 0)
          or w.debt <> -coalesce(b.debt, 0) or coalesce(b.odd, 0) <> 0)),
      'chargedWithoutGrant', (select count(*) from drama.journal j
        where j.viewer between lo and hi and j.kind = 'unlock' and not exists (
          select from drama.journal_item i
          join drama.unlock u on u.viewer = i.viewer and u.episode = i.episode and u.generation >= i.generation
          where i.viewer = j.viewer and i.journal = j.id and u.series = j.series)),
      'grantedWithoutJournal', (select count(*) from drama.unlock u
        where u.viewer between lo and hi and not exists (
          select from drama.journal_item i where i.viewer = u.viewer and i.journal = u.journal
            and i.episode = u.episode and i.generation = u.generation and i.price = u.price)),
      'itemsOff', (select count(*) from drama.journal j
        join item i on i.viewer = j.viewer and i.journal = j.id
        left join earned e on e.viewer = j.viewer and e.journal = j.id
        where j.viewer between lo and hi and j.kind in ('unlock', 'refund')
          and i.price <> abs(coalesce(e.amount, 0))),
      'refundedTwice', (select count(*) from (
        select from drama.journal j join drama.journal_item i on i.viewer = j.viewer and i.journal = j.id
        where j.viewer between lo and hi and j.kind = 'refund'
        group by j.viewer, j.reverses, i.episode having count(*) > 1) as odd),
      'openAfterRefund', (select count(*) from drama.unlock u
        join drama.journal j on j.viewer = u.viewer and j.reverses = u.journal and j.kind = 'refund'
        join drama.journal_item i on i.viewer = j.viewer and i.journal = j.id and i.episode = u.episode
        where u.viewer between lo and hi and u.state <> 'refunded'),
      'codesOff', (select count(*) from drama.code c where v is null and c.used <>
        (select count(*) from drama.code_use x where x.digest = c.digest))));
end $$;
create index code_use_by_digest on drama.code_use (digest);
