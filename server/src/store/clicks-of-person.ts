import { type Kysely, sql } from 'kysely'
import { foldEmail } from '../domain/people/fold-email.js'
import { mentionsEmail } from '../domain/people/mentions-email.js'
import type { Database } from './database.js'

type Row = Record<string, unknown>

/** How many clicks are looked at at once. */
const AT_ONCE = 1000

/**
 * Takes the key, which may be a name, out of the clicks on somebody's links and of the customers that
 * came by them; they still count.
 */
export async function anonymiseLinksOf(
  db: Kysely<Database>,
  programId: string,
  referrerUid: string,
): Promise<void> {
  await db
    .updateTable('click')
    .set({ key: referrerUid, url: '' })
    .where('program_id', '=', programId)
    .where('referrer_uid', '=', referrerUid)
    .execute()
  await db
    .updateTable('customer')
    .set({ referral_key: referrerUid })
    .where('program_id', '=', programId)
    .where('referrer_uid', '=', referrerUid)
    .where('referral_key', 'is not', null)
    .execute()
}

/** Clicks in whose addresses, or key, somebody's e-mail address stands: newsletters put it there. */
export async function listClicksNaming(
  db: Kysely<Database>,
  programId: string,
  email: string,
): Promise<Row[]> {
  const found: Row[] = []
  for await (const clicks of clicksNaming(db, programId, email)) found.push(...clicks)
  return found
}

/** Takes the addresses out of such clicks; they still count. */
export async function anonymiseClicksNaming(
  db: Kysely<Database>,
  programId: string,
  email: string,
): Promise<void> {
  for await (const clicks of clicksNaming(db, programId, email)) {
    const inKey = clicks.filter(({ key }) => mentionsEmail(key, email))
    await clear(clicks, { url: '', referrer: '' })
    await clear(inKey, { key: '' })
  }

  async function clear(clicks: { id: string }[], values: { [column: string]: '' }) {
    if (clicks.length === 0) return
    const ids = clicks.map(({ id }) => id)
    await db
      .updateTable('click')
      .set(values)
      .where('program_id', '=', programId)
      .where('id', 'in', ids)
      .execute()
  }
}

/** In parts, as many as the memory of a small machine holds. */
async function* clicksNaming(db: Kysely<Database>, programId: string, email: string) {
  let after = ''
  while (true) {
    const clicks = await db
      .selectFrom('click')
      .select(['id', 'key', 'url', 'referrer', 'received_at'])
      .where('program_id', '=', programId)
      .where('id', '>', after)
      .where(sql<boolean>`lower(key || ' ' || url || ' ' || referrer) like ${inUrls(email)}`)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    yield clicks.filter((click) =>
      [click.key, click.url, click.referrer].some((text) => mentionsEmail(text, email)),
    )
    const last = clicks.at(-1)
    if (!last || clicks.length < AT_ONCE) return
    after = last.id
  }
}

/**
 * A pattern of `like` that finds at least an address that stands in a URL, where much of it may be
 * encoded; `mentionsEmail` looks at what was found once more.
 */
const inUrls = (email: string) => `%${foldEmail(email).replace(/[^a-z0-9.-]+/g, '%')}%`
