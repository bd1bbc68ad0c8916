import { v7 as uuidv7 } from 'uuid'
import { recordClicks } from '../../../src/domain/clicks/record-clicks.js'
import { DAY_MS } from '../../../src/domain/time/day-ms.js'
import { isoTime } from '../../../src/domain/time/iso-time.js'
import type { ProgramRow } from '../../../src/store/database.js'
import { findProgram } from '../../../src/store/programs.js'
import type { TestProgram } from '../../helpers/create-test-program.js'
import type { TestServer } from '../../helpers/start-test-server.js'

const NAMES = ['Ada Byron', 'Ben Okri', 'Cleo Marsh', 'Dina Roth', 'Emil Zola', 'Finn Day']

/** Visitors per day, from 30 days ago to today: a slow start, weekends, a newsletter. */
const CLICKS = [
  2, 3, 5, 4, 1, 0, 6, 8, 7, 9, 6, 3, 2, 11, 14, 12, 31, 22, 9, 8, 15, 17, 13, 16, 9, 7, 18, 21, 19,
  14,
]

/** Gives a program the partner `pia` with a month behind her: on hold, earned and paid out. */
export async function seedPartner(server: TestServer, { id, api }: TestProgram): Promise<void> {
  const db = await server.database.open()
  const now = Date.now()
  await api.put('/settings', { settings: { hold_days: 14 } })
  await api.post('/partners', {
    key: 'pia',
    email: 'pia@example.com',
    name: 'Pia',
    surname: 'Lind',
    password: 'Correct-horse-1',
  })
  await api.post('/partner_referral_links', { key: 'pia-newsletter', partner: { key: 'pia' } })

  const program = (await findProgram(db, id)) as ProgramRow
  for (const [day, count] of CLICKS.entries()) {
    const at = now - (CLICKS.length - 1 - day) * DAY_MS
    const clicks = Array.from({ length: count }, () => ({
      program,
      click: {
        id: uuidv7({ msecs: at }),
        key: 'pia',
        url: 'https://teashop.example/?aff=pia',
        referrer: '',
        session: uuidv7(),
        at,
        is_bot: 0 as const,
        visitor_hash: null,
      },
    }))
    await recordClicks(db, clicks, at)
  }

  for (const [number, name] of NAMES.entries()) {
    const [first, surname] = name.split(' ')
    const at = now - (26 - number * 5) * DAY_MS
    const key = `customer-${number}`
    await api.post('/customers', {
      key,
      name: first,
      surname,
      email: `${key}@example.com`,
      partner: { key: 'pia' },
    })
    await db
      .updateTable('customer')
      .set({ created_at: at })
      .where('program_id', '=', id)
      .where('key', '=', key)
      .execute()
    if (number === 2) continue
    await api.post('/transactions', {
      key: `order-${number}`,
      amount: 40 + number * 35.5,
      customer: { key },
      created_at: isoTime(at),
    })
  }

  const coupon = await api.post('/coupons', {
    name: 'A tenth off',
    coupon_discount_type: 'percent',
    coupon_discount_amount: 10,
    coupon_duration_type: 'once',
  })
  await api.post('/promotion-codes', {
    coupon_uuid: coupon.body.data.uuid_code,
    code: 'PIA10',
    limit_to_specific_partner: true,
    coupon_specific_partners: { id: 'pia' },
  })
  const paid = await api.post('/payout_requests', {
    partner: { key: 'pia' },
    amount_units: 'USD',
    gateway: 'paypal',
    payout_settings: { username: 'pia@pay.example' },
    reward_ids: await firstReward(api),
  })
  await api.post(`/payout_requests/${paid.body.data.id}/approve`)
  await api.post(`/payout_requests/${paid.body.data.id}/mark_as_paid`)
}

async function firstReward(api: TestProgram['api']): Promise<string[]> {
  const { body } = await api.get('/transactions/order-0')
  return [body.data.rewards[0].id]
}
