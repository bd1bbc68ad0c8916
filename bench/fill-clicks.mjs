const SPAN_MS = 20 * 24 * 60 * 60 * 1000

/**
 * Fills a program with clicks of the last twenty days, with ids as browsers make them. They are those of
 * bots, which no figure counts: what is measured is the size of table and index.
 *
 * @param {{ execute(sql: string): unknown, hex(number: string): string }} database
 */
export async function fillClicks(database, programId, count) {
  const begin = Date.now() - SPAN_MS
  await database.execute(`
    insert into click
      (program_id, id, key, url, referrer, session, at, received_at, is_bot)
    with recursive
      number (i) as (
        select cast(1 as bigint) union all select i + 1 from number where i < ${count}
      ),
      made as (select i, ${begin} + i * ${SPAN_MS} / ${count} as at from number),
      row as (select i, at, ${database.hex('at')} as hex from made)
    select '${programId}',
      substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7000-8000-' || cast(100000000000 + i as text),
      'jane', 'https://shop.example/pricing?aff=jane', 'https://blog.example/best-shops',
      '00000000-0000-7000-8000-' || cast(100000000000 + i as text), at, at, 1
    from row`)
}
