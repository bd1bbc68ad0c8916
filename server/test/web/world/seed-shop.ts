import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../../src/store/database.js'
import type { TestProgram } from '../../helpers/create-test-program.js'

const DAY_MS = 86_400_000
const DAYS = 60

const PARTNERS = [
  ['Jane', 'Doe', 'jane'],
  ['Mikkel', 'Lund', 'mikkel'],
  ['Aiko', 'Tanaka', 'aiko'],
  ['Rosa', 'Marín', 'rosa'],
  ['Greta', 'Vogel', 'greta'],
  ['Tomas', 'Petrauskas', 'tomas'],
] as const

const PAGES = ['/', '/roses', '/bulbs/tulips', '/journal/first-frost']

const NAMES = ['Ada', 'Ben', 'Chloé', 'Dmitri', 'Elif', 'Femi', 'Gita', 'Hugo', 'Ines', 'Jonas']

/**
 * Two months of a small shop: a few partners, one of whom waits to be approved, clicks that grow and
 * pause at week-ends, sign-ups and sales.
 */
export async function seedShop(db: Kysely<Database>, { id, api }: TestProgram): Promise<void> {
  for (const [name, surname, key] of PARTNERS)
    await api.post('/partners', { id: key, key, name, surname, email: `${key}@blog.example` })
  await api.post('/partners', {
    id: 'noor',
    key: 'noor',
    name: 'Noor',
    surname: 'Haddad',
    email: 'noor@garden.example',
    approved: false,
  })
  const partners = await db.selectFrom('partner').selectAll().where('program_id', '=', id).execute()
  const uids = new Map(partners.map(({ key, uid }) => [key, uid]))

  const random = numbers(7)
  const pick = <Item>(items: readonly Item[]) =>
    items[Math.floor(random() ** 1.7 * items.length)] as Item
  const clicks: ReturnType<typeof click>[] = []
  const sales: { key: string; at: number; partner: string; session: string; amount: number }[] = []
  const click = (at: number, key: string) => ({
    program_id: id,
    id: uuidv7({ msecs: at }),
    key,
    referrer_uid: uids.get(key) ?? null,
    url: `https://shop.example${pick(PAGES)}?aff=${key}`,
    referrer: `https://${key}.blog.example/`,
    session: crypto.randomUUID(),
    at,
    received_at: at,
  })
  const now = Date.now()
  for (let day = DAYS; day >= 0; day--) {
    const from = now - day * DAY_MS
    const isWeekend = [0, 6].includes(new Date(from).getUTCDay())
    const count = Math.round((12 + (DAYS - day) * 0.9 + random() * 14) * (isWeekend ? 0.55 : 1))
    for (let number = 0; number < count; number++) {
      const at = Math.min(from + Math.floor(random() * DAY_MS), now - 60_000)
      const [, , key] = pick(PARTNERS)
      const made = click(at, key)
      clicks.push(made)
      if (random() < 0.09)
        sales.push({
          key: `L-${1000 + sales.length}`,
          at: at + 1000,
          partner: key,
          session: made.session,
          amount: 12 + Math.floor(random() * 140) + 0.9,
        })
    }
  }
  for (let from = 0; from < clicks.length; from += 500)
    await db
      .insertInto('click')
      .values(clicks.slice(from, from + 500))
      .execute()

  await db
    .insertInto('customer')
    .values(sales.map((sale, number) => customer(id, number, sale, uids.get(sale.partner) ?? '')))
    .execute()
  for (const [number, { key, at, amount }] of sales.entries()) {
    if (number % 3 === 0) continue
    const created_at = Math.floor(at / 1000)
    await api.post('/transactions', {
      key,
      amount,
      customer: { key: `user_${number}` },
      created_at,
    })
  }
}

function customer(
  program_id: string,
  number: number,
  { at, partner: referral_key, session }: { at: number; partner: string; session: string },
  referrer_uid: string,
) {
  const name = NAMES[number % NAMES.length] ?? ''
  const email = `${name.toLowerCase().normalize('NFD').replace(/\W/g, '')}.${number}@mail.example`
  return {
    program_id,
    uid: uuidv7({ msecs: at }),
    id: `user_${number}`,
    key: `user_${number}`,
    email,
    email_folded: email,
    name,
    surname: null,
    tags: '[]',
    metadata: '{}',
    referrer_uid,
    source: 'api' as const,
    is_named: 1 as const,
    report_id: null,
    credited_at: at,
    credited_by: 'click' as const,
    referral_key,
    session,
    created_at: at,
    updated_at: at,
  }
}

/** Numbers from 0 to 1 that come in the same order each time (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}
