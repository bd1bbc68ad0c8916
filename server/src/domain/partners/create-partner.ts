import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { PollenError } from '../../errors/pollen-error.js'
import { partnerRecord } from '../../records/partner-records.js'
import type { Database, PartnerRow, ProgramRow } from '../../store/database.js'
import { insertPartner } from '../../store/partners.js'
import { insertReferralLink } from '../../store/referral-links.js'
import { findPartner } from '../../store/statements/find-record.js'
import { foldEmail } from '../people/fold-email.js'
import { takenError } from '../taken-error.js'
import { emitEvent } from '../webhooks/emit-event.js'
import { newReferralKey } from './referral-key.js'

export interface NewPartner {
  email: string
  id?: string | undefined
  key?: string | undefined
  name?: string | undefined
  surname?: string | undefined
  tags?: string[] | undefined
  /** From `hashPassword`. */
  passwordHash?: string | undefined
  /** `false` for one who waits for approval. */
  approved?: boolean | undefined
}

/**
 * Creates a partner and the first referral link.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`, naming what belongs to another partner already.
 */
export async function createPartner(
  trx: Kysely<Database>,
  program: ProgramRow,
  input: NewPartner,
  now: number,
): Promise<PartnerRow> {
  const key = input.key ?? input.id ?? newReferralKey()
  const row = {
    program_id: program.program_id,
    uid: uuidv7(),
    id: input.id ?? key,
    key,
    email: input.email,
    email_folded: foldEmail(input.email),
    name: input.name ?? null,
    surname: input.surname ?? null,
    status: input.approved === false ? 'pending' : 'active',
    tags: JSON.stringify(input.tags ?? []),
    password_hash: input.passwordHash ?? null,
    created_at: now,
    updated_at: now,
  } as const
  const partner = await insertPartner(trx, row)
  if (!partner) throw await ownerError(trx, row, input.id === undefined ? 'key' : 'id')
  const isLinked = await insertReferralLink(trx, {
    program_id: partner.program_id,
    key,
    owner_uid: partner.uid,
    created_at: now,
  })
  if (!isLinked) throw takenError('key', key, 'partner')
  const record = () => partnerRecord(trx, program, partner)
  await emitEvent(trx, program, 'partner.created', record, now)
  return partner
}

/** @param idField What the client called the partner's id. */
async function ownerError(
  db: Kysely<Database>,
  { program_id, id, email }: Pick<PartnerRow, 'program_id' | 'id' | 'email'>,
  idField: 'id' | 'key',
): Promise<PollenError> {
  return (await findPartner(db, program_id, { email }))
    ? takenError('email', email, 'partner')
    : takenError(idField, id, 'partner')
}
