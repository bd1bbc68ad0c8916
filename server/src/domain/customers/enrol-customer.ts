import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { findCustomer, type Identifier } from '../../store/statements/find-record.js'
import { recordSignUp } from './record-sign-ups.js'
import { linkKeyOf, type Referral, resolveActiveReferrer } from './resolve-referrer.js'
import type { SignUp } from './sign-up.js'

/**
 * Records the customer that a back end tells of.
 *
 * @param mayComeAlone Whether an affiliate program takes a customer for whom no partner is named. One
 *   whose partner does not exist it never takes, so that a mistyped key can be sent again.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `partner_unknown`, or `partner_invalid` where the program is strict about it
 */
export async function enrolCustomer(
  trx: Kysely<Database>,
  program: ProgramRow,
  person: Omit<SignUp, 'source'>,
  referral: Referral,
  mayComeAlone: boolean,
  now: number,
): Promise<CustomerRow> {
  const referrer = await resolveActiveReferrer(trx, program, referral)
  if (!referrer && program.type === 'affiliate') {
    const isRefused = !mayComeAlone || names(referral.partner).length > 0
    if (isRefused && !(await findCustomer(trx, program.program_id, person))) {
      throw partnerUnknown(program, referral.partner)
    }
  }
  const referralKey = linkKeyOf(program, referral)
  const signUp = { ...person, source: 'api', referralKey } as const
  return (await recordSignUp(trx, program, signUp, referrer, now)).customer
}

const names = (partner: Identifier = {}) =>
  Object.entries(partner).filter(([, value]) => value !== undefined)

function partnerUnknown(
  { strict_attribution }: ProgramRow,
  partner: Identifier | undefined,
): PollenError {
  const [first] = names(partner)
  return new PollenError(
    strict_attribution ? 'partner_invalid' : 'partner_unknown',
    first
      ? { [`partner.${first[0]}`]: [`No partner has the ${first[0]} "${first[1]}".`] }
      : { partner: ['Name the partner by partner.key, partner.id or partner.email.'] },
  )
}
