import type { Api } from '../../helpers/create-api.js'

/** What stands beside a shop's sales: leads, a code, a webhook, and payouts in each state. */
export async function seedAside(api: Api): Promise<void> {
  await api.post('/webhooks', {
    name: 'CRM',
    url: 'https://crm.example/hook',
    events: ['lead.submitted', 'reward.paid'],
  })
  for (const [name, key] of [
    ['Alma Brandt', 'jane'],
    ['Bo Nilsson', 'aiko'],
    ['Carla Weiss', 'jane'],
  ] as const) {
    const email = `${name.toLowerCase().replace(' ', '.')}@office.example`
    await api.post('/leads', { name, email, partner: { key } })
  }
  await api.post('/leads/convert', { id: 1, commission_transaction_amount: 100 })
  await api.post('/leads/reject', { id: 2 })

  const spring = await api.post('/coupons', {
    name: 'Spring bulbs',
    coupon_discount_type: 'percent',
    coupon_discount_amount: 15,
    coupon_duration_type: 'once',
  })
  await api.post('/coupons', {
    name: 'First bouquet',
    coupon_discount_type: 'static',
    coupon_discount_amount: '5.00',
    coupon_duration_type: 'once',
  })
  await api.post('/promotion-codes', {
    coupon_uuid: spring.body.data.uuid_code,
    code: 'JANE15',
    limit_to_specific_partner: true,
    coupon_specific_partners: { id: 'jane' },
  })

  for (const [key, ...actions] of [
    ['jane', 'approve', 'mark_as_paid'],
    ['mikkel', 'approve'],
    ['rosa', 'reject'],
    ['aiko'],
  ]) {
    const asked = await api.post('/payout_requests', {
      partner: { key },
      amount_units: 'USD',
      gateway: 'paypal',
      payout_settings: { username: `${key}@pay.example` },
    })
    for (const action of actions) {
      await api.post(`/payout_requests/${asked.body.data.id}/${action}`)
    }
  }
}
