import { expect, it } from 'vitest'
import { chooseRule } from '../../../src/domain/commissions/choose-rule.js'
import type { CommissionRuleRow } from '../../../src/store/database.js'

const rule = (uid: string, more: Partial<CommissionRuleRow> = {}): CommissionRuleRow => ({
  program_id: 'P',
  uid,
  name: '',
  beneficiary: 'referrer',
  commission_type: 'percent',
  commission_micros: 1n,
  currency: 'USD',
  commission_sales: 'every',
  commission_months: null,
  hold_days: 0,
  partner_uid: null,
  product_id: null,
  product_type: null,
  created_at: 1,
  updated_at: 1,
  ...more,
})

const rules = [
  rule('all'),
  rule('type', { product_type: 'annual' }),
  rule('product', { product_id: '7' }),
  rule('product and type', { product_id: '7', product_type: 'annual' }),
  rule('jane', { partner_uid: 'jane' }),
  rule('jane and type', { partner_uid: 'jane', product_type: 'annual' }),
  rule('buyers', { beneficiary: 'customer' }),
]

it.each([
  ['joe', {}, 'all'],
  ['joe', { product_type: 'annual' }, 'type'],
  ['joe', { product_id: 7 }, 'product'],
  ['joe', { product_id: [3, 7], product_type: ['annual', 'x'] }, 'product and type'],
  ['jane', { product_id: '7', product_type: 'monthly' }, 'jane'],
  ['jane', { product_id: '7', product_type: 'annual' }, 'jane and type'],
])('for a sale of %s with %j, counts the rule for %s', (partner, product, expected) => {
  expect(chooseRule(rules, 'referrer', partner, product)?.uid).toBe(expected)
})

it('of two alike, counts the newer one', () => {
  const two = [rule('old'), rule('new', { created_at: 2 })]
  expect(chooseRule(two, 'referrer', 'joe', {})?.uid).toBe('new')
})

it('keeps the rules for buyers apart', () => {
  expect(chooseRule(rules, 'customer', 'jane', {})?.uid).toBe('buyers')
  expect(chooseRule([rule('all')], 'customer', 'jane', {})).toBeUndefined()
})
