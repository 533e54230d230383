-- A page of a statement looks at its own journals only; the view would have added up the whole ledger for every page.

-- What each episode of one purchase took out of which bucket, as `item_share` says.
create function drama.shares_of(v bigint, j uuid) returns table (episode text, paid bigint, bonus bigint) stable
language plpgsql as $$
declare
  from_bonus bigint := (
    select coalesce(sum(p.amount), 0) from drama.posting p
    where p.viewer = v and p.journal = j and p.account = 'earned' and p.bucket = 'bonus');
begin
  return query
    select i.episode,
      i.price - least(i.upto, from_bonus) + least(i.upto - i.price, from_bonus),
      least(i.upto, from_bonus) - least(i.upto - i.price, from_bonus)
    from (
      select x.episode, x.price, (sum(x.price) over (order by x.episode))::bigint as upto
      from drama.journal_item x where x.viewer = v and x.journal = j
    ) as i;
end $$;

create or replace function drama.statement_page(p jsonb) returns jsonb stable language plpgsql as $$
declare
  page_from timestamptz := (p->>'from')::timestamptz;
  page_to timestamptz := (p->>'to')::timestamptz;
  after_at timestamptz := coalesce((p->'after'->>'at')::timestamptz, '-infinity');
  after_viewer bigint := coalesce((p->'after'->>'viewer')::bigint, 0);
  after_id uuid := coalesce((p->'after'->>'id')::uuid, '00000000-0000-0000-0000-000000000000');
begin
  return (
    with page as (
      select j.* from drama.journal j
      where j.at >= page_from and j.at < page_to and (j.at, j.viewer, j.id) > (after_at, after_viewer, after_id)
        and j.kind in ('unlock', 'refund')
      order by j.at, j.viewer, j.id
      limit (p->>'limit')::integer
    ), line as (
      select page.viewer, page.at, page.id as journal, page.kind, i.episode, page.origin, page.placement, page.series,
        page.rights_holder, page.price_list, page.offer,
        case page.kind when 'refund' then -s.paid else s.paid end as paid,
        case page.kind when 'refund' then -s.bonus else s.bonus end as bonus
      from page
      cross join lateral drama.shares_of(page.viewer, coalesce(page.reverses, page.id)) as s
      join drama.journal_item i on i.viewer = page.viewer and i.journal = page.id and i.episode = s.episode
    )
    select jsonb_build_object(
      'lines', coalesce((
        select jsonb_agg(to_jsonb(line) - 'viewer' order by line.at, line.viewer, line.journal, line.episode)
        from line), '[]'),
      'posted', (
        select jsonb_build_object(
          'paid', coalesce(sum(q.amount) filter (where q.bucket = 'paid'), 0),
          'bonus', coalesce(sum(q.amount) filter (where q.bucket = 'bonus'), 0))
        from page join drama.posting q on q.viewer = page.viewer and q.journal = page.id and q.account = 'earned'),
      'last', (
        select jsonb_build_object('at', page.at, 'viewer', page.viewer, 'id', page.id)
        from page order by page.at desc, page.viewer desc, page.id desc limit 1)));
end $$;

drop view drama.earning;
