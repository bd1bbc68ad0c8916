import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { Database, PartnerRow, ProgramRow } from '../../store/database.js'
import { findPartner } from '../../store/statements/find-record.js'
import { applicationLetter } from '../letters/application-letter.js'
import { queueLetter } from '../letters/queue-letter.js'
import { createPartner } from '../partners/create-partner.js'
import { sendSignInLink } from './send-sign-in-link.js'

export interface Application {
  email: string
  name?: string | undefined
  surname?: string | undefined
  /** From `hashPassword`; only where no mail is sent. */
  passwordHash?: string | undefined
}

/**
 * Takes a partner in who signs up by themselves. Where mail is sent, a letter tells what comes next, to
 * whoever has the address: to a new partner as to one who is there already, so that nobody learns by
 * asking who is a partner, and nobody joins with another's address.
 *
 * @param trx A database transaction.
 * @param portalUrl Of the program's portal; `undefined` where no mail is sent.
 * @param now Milliseconds since the epoch.
 * @returns The new partner; `undefined` where there was one with this address already.
 * @throws PollenError `sign_up_closed`; without mail also `invalid`, when the address is taken.
 */
export async function joinAsPartner(
  trx: Kysely<Database>,
  program: ProgramRow,
  application: Application,
  portalUrl: string | undefined,
  now: number,
): Promise<PartnerRow | undefined> {
  if (program.partner_sign_up === 'closed') throw new PollenError('sign_up_closed')
  const { email } = application
  const isApproved = program.partner_sign_up === 'open'
  const known =
    portalUrl === undefined ? undefined : await findPartner(trx, program.program_id, { email })
  const partner =
    known ?? (await createPartner(trx, program, { ...application, approved: isApproved }, now))
  if (portalUrl !== undefined) await tellWhatIsNext(trx, program, partner, portalUrl, now)
  return known ? undefined : partner
}

async function tellWhatIsNext(
  trx: Kysely<Database>,
  program: ProgramRow,
  partner: PartnerRow,
  portalUrl: string,
  now: number,
): Promise<void> {
  if (partner.status === 'active') return sendSignInLink(trx, program, partner, portalUrl, now)
  if (partner.status !== 'pending') return
  const letter = applicationLetter(program, portalUrl)
  await queueLetter(trx, program, { kind: 'application', email: partner.email, letter }, now)
}
