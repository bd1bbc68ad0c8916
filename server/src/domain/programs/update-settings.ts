import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../../store/database.js'
import { updateProgram } from '../../store/programs.js'
import { readCommission } from '../commissions/read-commission.js'
import { setLinkDomains } from './set-link-domains.js'

/** What stays as it is, is `undefined`. */
export interface SettingsChanges {
  parameter?: string | undefined
  url_format?: ProgramRow['url_format'] | undefined
  cookie_lifetime?: number | 'lifetime' | undefined
  attribution?: ProgramRow['attribution'] | undefined
  strict_attribution?: boolean | undefined
  transaction_based_attribution?: boolean | undefined
  coupon_attribution?: ProgramRow['coupon_attribution'] | undefined
  commission?: string | undefined
  commission_sales?: ProgramRow['commission_sales'] | undefined
  commission_months?: number | 'lifetime' | undefined
  hold_days?: number | undefined
  query_params?: string[] | undefined
  /** Empty: the widest that the browser accepts. */
  cookie_domain?: string | undefined
  consent?: ProgramRow['consent'] | undefined
  partner_sign_up?: ProgramRow['partner_sign_up'] | undefined
  /** Further websites, as hosts or addresses. */
  domains?: string[] | undefined
  visitor_hashes?: boolean | undefined
  lead_retention_days?: number | 'forever' | undefined
  click_retention_days?: number | 'forever' | undefined
  webhook_log_days?: number | undefined
}

/**
 * Changes how a program tracks, credits and pays. It counts for what comes after: what was earned
 * stays as it is.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export async function updateSettings(
  trx: Kysely<Database>,
  program: ProgramRow,
  changes: SettingsChanges,
  now: number,
): Promise<ProgramRow> {
  const { cookie_lifetime, commission_months, commission } = changes
  const { query_params, cookie_domain, domains } = changes
  const { strict_attribution, transaction_based_attribution, visitor_hashes } = changes
  const { parameter, url_format, attribution, coupon_attribution } = changes
  const { commission_sales, hold_days, webhook_log_days, consent, partner_sign_up } = changes
  const { lead_retention_days, click_retention_days } = changes
  if (domains) await setLinkDomains(trx, program, domains, now)
  return updateProgram(trx, program.program_id, {
    ...given({ parameter, url_format, attribution, coupon_attribution }),
    ...given({ commission_sales, hold_days, webhook_log_days, consent, partner_sign_up }),
    ...(query_params && { query_params: JSON.stringify(query_params) }),
    ...(cookie_domain !== undefined && { cookie_domain: cookie_domain || null }),
    ...(cookie_lifetime !== undefined && { cookie_lifetime_days: limited(cookie_lifetime) }),
    ...(commission_months !== undefined && { commission_months: limited(commission_months) }),
    ...(strict_attribution !== undefined && { strict_attribution: bit(strict_attribution) }),
    ...(transaction_based_attribution !== undefined && {
      transaction_based_attribution: bit(transaction_based_attribution),
    }),
    ...(lead_retention_days !== undefined && {
      lead_retention_days: lead_retention_days === 'forever' ? null : lead_retention_days,
    }),
    ...(click_retention_days !== undefined && {
      click_retention_days: click_retention_days === 'forever' ? null : click_retention_days,
    }),
    ...(visitor_hashes !== undefined && { visitor_hashes: bit(visitor_hashes) }),
    ...(commission !== undefined &&
      readCommission(commission, 'settings.commission', program.currency)),
    updated_at: now,
  })
}

const given = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>
  }

const limited = (value: number | 'lifetime') => (value === 'lifetime' ? null : value)

const bit = (value: boolean): 0 | 1 => (value ? 1 : 0)
