import { Type } from 'typebox'

/** What is paid, for which sales, and when: by a program as a rule, and by its exceptions. */
export const Commission = Type.String({
  minLength: 1,
  maxLength: 32,
  description: 'a share or an amount, such as "30%" or "5.00"',
})

export const Sales = Type.Enum(['every', 'first'])

export const Months = Type.Union(
  [Type.Integer({ minimum: 1, maximum: 1200 }), Type.Literal('lifetime')],
  { description: 'a number of months from 1 to 1200, or "lifetime"' },
)

export const HoldDays = Type.Integer({ minimum: 0, maximum: 3650 })
