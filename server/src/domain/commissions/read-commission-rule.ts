import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { CommissionRuleRow, Database, ProgramRow } from '../../store/database.js'
import { findPartner, type Identifier } from '../../store/statements/find-record.js'
import { readCommission } from './read-commission.js'

/** A commission rule as a client sends it; a fixed commission is in the program's currency. */
export interface CommissionRuleInput {
  name?: string | undefined
  commission: string
  beneficiary?: CommissionRuleRow['beneficiary'] | undefined
  sales?: CommissionRuleRow['commission_sales'] | undefined
  months?: number | 'lifetime' | undefined
  hold_days?: number | undefined
  partner?: Identifier | undefined
  product_id?: string | undefined
  product_type?: string | undefined
}

/**
 * Reads a rule. What it leaves out is as the program has it (the hold) or holds for all.
 *
 * @throws PollenError `invalid`
 */
export async function readCommissionRule(
  db: Kysely<Database>,
  program: ProgramRow,
  input: CommissionRuleInput,
): Promise<Omit<CommissionRuleRow, 'uid' | 'created_at' | 'updated_at'>> {
  const { program_id, currency } = program
  const { months } = input
  return {
    program_id,
    name: input.name ?? '',
    beneficiary: input.beneficiary ?? 'referrer',
    ...readCommission(input.commission, 'commission', currency),
    currency,
    commission_sales: input.sales ?? 'every',
    commission_months: months === undefined || months === 'lifetime' ? null : months,
    hold_days: input.hold_days ?? program.hold_days,
    partner_uid: input.partner ? await partnerUid(db, program, input.partner) : null,
    product_id: input.product_id ?? null,
    product_type: input.product_type ?? null,
  }
}

async function partnerUid(
  db: Kysely<Database>,
  { program_id, type }: ProgramRow,
  partner: Identifier,
): Promise<string> {
  const found = type === 'affiliate' ? await findPartner(db, program_id, partner) : undefined
  if (found) return found.uid
  throw new PollenError('invalid', { partner: ['There is no such partner in this program.'] })
}
