import type { Database } from '../database.js'
import type { AccountTables } from './account-tables.js'

/**
 * Every table of programs, and what follows `program_id` in its primary key: all that is known of a
 * program, in the order in which it is exported.
 */
export const programTables = {
  program: [],
  api_key: ['hash'],
  numbering: ['name'],
  link_domain: ['number'],
  pinned_script: ['hash'],
  partner: ['uid'],
  customer: ['uid'],
  subscriber: ['uid'],
  referral_link: ['key'],
  commission_rule: ['uid'],
  coupon: ['uid'],
  promotion_code: ['uid'],
  newsletter_reward: ['number'],
  subscriber_reward: ['subscriber_uid', 'reward_number'],
  lead_form: [],
  lead: ['number'],
  click: ['id'],
  transaction: ['uid'],
  reward: ['uid'],
  due_approval: ['reward_uid'],
  balance_entry: ['uid'],
  payout_request: ['number'],
  payout_entry: ['entry_uid'],
  sign_in_token: ['hash'],
  webhook: ['uid'],
  webhook_delivery: ['uid'],
  mail: ['uid'],
  payment_provider: ['provider'],
  payment_event: ['provider', 'id'],
  payment_reference: ['provider', 'reference'],
  payment: ['provider', 'payment'],
  payer: ['provider', 'reference'],
  daily_salt: ['day'],
  sign_up_address: ['address_hash', 'customer_uid'],
  figure: ['owner_uid', 'name', 'units', 'day'],
  figure_person: ['name', 'person_uid', 'owner_uid'],
  figure_change: ['id'],
} as const satisfies {
  [Table in Exclude<keyof Database, keyof AccountTables>]: readonly (keyof Database[Table])[]
}

export type ProgramTable = keyof typeof programTables

/**
 * What triggers write while rows of the tables before are inserted. What was exported takes its place,
 * for figures also tell of clicks that were deleted for their age.
 */
export const figureTables: readonly ProgramTable[] = ['figure', 'figure_person', 'figure_change']

export const isProgramTable = (name: string): name is ProgramTable =>
  Object.hasOwn(programTables, name)
