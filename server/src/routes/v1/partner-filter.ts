import type { Kysely } from 'kysely'
import { resolveReferrer } from '../../domain/customers/resolve-referrer.js'
import type { Database, ProgramRow } from '../../store/database.js'
import type { Identifier } from '../../store/statements/find-record.js'

interface PartnerFilterQuery {
  partner_id?: string
  partner_key?: string
  partner_email?: string
  'partner.key'?: string
  'partner.email'?: string
  partner?: Identifier
}

/**
 * The partner that a list is to be about, in any of the ways that clients say it.
 *
 * @returns The partner's `uid`; an empty one, which no row has, when there is no such partner;
 *   `undefined` when the list is about everyone.
 */
export async function partnerFilter(
  db: Kysely<Database>,
  program: ProgramRow,
  query: PartnerFilterQuery,
): Promise<string | undefined> {
  const id = query.partner_id ?? query.partner?.id
  const key = query.partner_key ?? query['partner.key'] ?? query.partner?.key
  const email = query.partner_email ?? query['partner.email'] ?? query.partner?.email
  if (id === undefined && key === undefined && email === undefined) return undefined
  const partner = { id, key, email }
  const referrer = await resolveReferrer(db, program, { partner, referring_customer: partner })
  return referrer?.uid ?? ''
}
