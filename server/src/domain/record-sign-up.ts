import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../errors/pollen-error.js'
import { customerRecord } from '../records/customer-records.js'
import { insertCustomer, updateCustomer } from '../store/customers.js'
import type { CustomerRow, Database, ProgramRow } from '../store/database.js'
import { findCustomer } from '../store/find-record.js'
import { insertReferralLink } from '../store/referral-links.js'
import { findReferrerByKey, type Referrer } from '../store/referrers.js'
import { insertSignUpAddress } from '../store/sign-up-addresses.js'
import { type CustomerNames, customerNames } from './customer-names.js'
import { emitEvent } from './emit-event.js'
import { flagCustomer } from './flag-customer.js'
import { foldEmail } from './fold-email.js'
import { mergeSignUp } from './merge-sign-up.js'
import { newReferralKey } from './referral-key.js'
import type { SignUp } from './sign-up.js'

/**
 * Records a customer once, however often and from wherever the sign-up is sent.
 *
 * @param trx A database transaction: a customer and its referral link are written together.
 * @param now Milliseconds since the epoch.
 */
export async function recordSignUp(
  trx: Kysely<Database>,
  program: ProgramRow,
  signUp: SignUp,
  referrer: Referrer | undefined,
  now: number,
): Promise<{ isNew: boolean; customer: CustomerRow }> {
  const names = customerNames(program, signUp, newReferralKey())
  const { addressHash } = signUp
  const credit = { uid: uuidv7(), email: names.email, referrer_uid: referrer?.uid ?? null }
  const inserted = await insertCustomer(trx, {
    program_id: program.program_id,
    ...names,
    ...credit,
    flags: await flagCustomer(trx, program, credit, { referrer, addressHash }),
    email_folded: names.email && foldEmail(names.email),
    name: signUp.name ?? null,
    surname: signUp.surname ?? null,
    tags: JSON.stringify(signUp.tags ?? []),
    metadata: JSON.stringify(signUp.metadata ?? {}),
    source: signUp.source,
    created_at: now,
    updated_at: now,
  })
  if (inserted) {
    if (addressHash) await rememberAddress(trx, program, inserted, addressHash, now)
    await giveLink(trx, program, inserted, now)
    await emitEvent(trx, program, 'customer.created', record(trx, program, inserted), now)
    return { isNew: true, customer: inserted }
  }
  return { isNew: false, customer: await merge(trx, program, signUp, names, referrer, now) }
}

async function merge(
  trx: Kysely<Database>,
  program: ProgramRow,
  signUp: SignUp,
  names: CustomerNames,
  referrer: Referrer | undefined,
  now: number,
): Promise<CustomerRow> {
  const { program_id } = program
  const { id, key, email } = { ...names, email: names.email ?? undefined }
  const customer = await findCustomer(trx, program_id, { id, key, email })
  if (!customer) throw new PollenError('busy')
  const owner = email === undefined ? customer : await findCustomer(trx, program_id, { email })
  const isEmailFree = !owner || owner.uid === customer.uid
  const said = isEmailFree ? signUp : { ...signUp, email: undefined }
  const changes = mergeSignUp(customer, said, names, referrer?.uid)
  if (Object.keys(changes).length === 0) return customer
  const { addressHash } = signUp
  const flags = await flagCustomer(
    trx,
    program,
    { ...customer, ...changes },
    { referrer, addressHash },
  )
  const updated = await updateCustomer(trx, customer, { ...changes, flags, updated_at: now })
  if (changes.key !== undefined) await giveLink(trx, program, updated, now)
  await emitEvent(trx, program, 'customer.updated', record(trx, program, updated), now)
  return updated
}

/** Strangers whom nobody referred, and who cannot refer, have nobody to be compared with. */
async function rememberAddress(
  trx: Kysely<Database>,
  { type }: ProgramRow,
  { program_id, uid: customer_uid, referrer_uid }: CustomerRow,
  address_hash: string,
  created_at: number,
): Promise<void> {
  if (type === 'affiliate' && referrer_uid === null) return
  await insertSignUpAddress(trx, {
    program_id,
    address_hash,
    customer_uid,
    referrer_uid,
    created_at,
  })
}

const record = (trx: Kysely<Database>, program: ProgramRow, customer: CustomerRow) => () =>
  customerRecord(trx, program, customer)

/** In a refer-a-friend program every customer may refer others from the first moment. */
async function giveLink(
  trx: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
  now: number,
): Promise<void> {
  if (program.type === 'affiliate') return
  const isFree = await insertReferralLink(trx, {
    program_id: program.program_id,
    key: customer.key,
    owner_uid: customer.uid,
    created_at: now,
  })
  if (isFree) return
  const owner = await findReferrerByKey(trx, program, customer.key)
  if (owner?.uid === customer.uid) return
  throw new PollenError('invalid', {
    key: [`The key "${customer.key}" is in the referral link of another customer.`],
  })
}
