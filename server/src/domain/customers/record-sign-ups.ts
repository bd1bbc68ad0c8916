import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../../errors/pollen-error.js'
import { customerRecord } from '../../records/customer-records.js'
import { insertCustomers, updateCustomer } from '../../store/customers.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { insertReferralLink } from '../../store/referral-links.js'
import { findReferrerByKey, type Referrer } from '../../store/referrers.js'
import { insertSignUpAddresses } from '../../store/sign-up-addresses.js'
import { findCustomer } from '../../store/statements/find-record.js'
import { newReferralKey } from '../partners/referral-key.js'
import { foldEmail } from '../people/fold-email.js'
import { emitEvent } from '../webhooks/emit-event.js'
import { creditOf } from './credit-of.js'
import { type CustomerNames, customerNames } from './customer-names.js'
import { flagCustomer } from './flag-customer.js'
import { flagNewcomers, type Newcomer } from './flag-newcomers.js'
import { mergeSignUp } from './merge-sign-up.js'
import type { SignUp } from './sign-up.js'

/** A customer, and who sent them. */
export interface Enrolment {
  program: ProgramRow
  signUp: SignUp
  referrer: Referrer | undefined
}

export interface Enrolled {
  isNew: boolean
  customer: CustomerRow
}

/**
 * Records customers once, however often and from wherever a sign-up is sent.
 *
 * @param trx A database transaction: a customer and its referral link are written together.
 * @param now Milliseconds since the epoch.
 * @returns One for each enrolment.
 */
export async function recordSignUps(
  trx: Kysely<Database>,
  enrolments: readonly Enrolment[],
  now: number,
): Promise<Enrolled[]> {
  const named = enrolments.map((enrolment) => {
    const names = customerNames(enrolment.program, enrolment.signUp, newReferralKey)
    return { ...enrolment, names, row: customerRow(enrolment, names, now) }
  })
  const flags = await flagNewcomers(trx, named)
  const inserted = await insertCustomers(
    trx,
    named.map(({ row }, index) => ({ ...row, flags: flags[index] ?? '[]' })),
  )
  const customers = new Map(inserted.map((customer) => [customer.uid, customer]))
  await rememberAddresses(
    trx,
    named.filter(({ row }) => customers.has(row.uid)),
    now,
  )

  const enrolled: Enrolled[] = []
  for (const { program, signUp, referrer, names, row } of named) {
    const customer = customers.get(row.uid)
    if (customer) {
      await giveLink(trx, program, customer, now)
      await emitEvent(trx, program, 'customer.created', record(trx, program, customer), now)
      enrolled.push({ isNew: true, customer })
    } else {
      const standing = await merge(trx, program, signUp, names, referrer, now)
      enrolled.push({ isNew: false, customer: standing })
    }
  }
  return enrolled
}

/** `recordSignUps` of one. */
export async function recordSignUp(
  trx: Kysely<Database>,
  program: ProgramRow,
  signUp: SignUp,
  referrer: Referrer | undefined,
  now: number,
): Promise<Enrolled> {
  const [enrolled] = await recordSignUps(trx, [{ program, signUp, referrer }], now)
  if (!enrolled) throw new Error('a sign-up was not recorded')
  return enrolled
}

/** Strangers whom nobody referred, and who cannot refer, have nobody to be compared with. */
async function rememberAddresses(
  trx: Kysely<Database>,
  newcomers: readonly Newcomer[],
  now: number,
): Promise<void> {
  await insertSignUpAddresses(
    trx,
    newcomers.flatMap(({ program, signUp, row }) => {
      const { program_id, uid: customer_uid, referrer_uid } = row
      const { addressHash: address_hash } = signUp
      const isAlone = program.type === 'affiliate' && referrer_uid === null
      if (address_hash === undefined || isAlone) return []
      return { program_id, address_hash, customer_uid, referrer_uid, created_at: now }
    }),
  )
}

const customerRow = (
  { program, signUp, referrer }: Enrolment,
  names: CustomerNames,
  now: number,
) => ({
  program_id: program.program_id,
  uid: uuidv7(),
  ...names,
  email_folded: names.email && foldEmail(names.email),
  name: signUp.name ?? null,
  surname: signUp.surname ?? null,
  tags: JSON.stringify(signUp.tags ?? []),
  metadata: JSON.stringify(signUp.metadata ?? {}),
  ...creditOf(signUp, referrer?.uid, now),
  source: signUp.source,
  status: 'active' as const,
  report_id: signUp.reportId ?? null,
  created_at: now,
  updated_at: now,
  deleted_at: null,
})

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
  const changes = mergeSignUp(customer, said, names, referrer?.uid, now)
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
