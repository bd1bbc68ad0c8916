import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { Database, PartnerRow, ProgramRow } from '../../store/database.js'
import { anyIdentifier, findPartner, type Identifier } from '../../store/statements/find-record.js'

/**
 * @param identifier A text stands in a path and may be any of id, key and e-mail address.
 * @throws PollenError `partner_not_found`
 */
export async function existingPartner(
  db: Kysely<Database>,
  program: ProgramRow,
  identifier: string | Identifier,
): Promise<PartnerRow> {
  const names = typeof identifier === 'string' ? anyIdentifier(identifier) : identifier
  const partner = await findPartner(db, program.program_id, names)
  if (!partner) throw new PollenError('partner_not_found')
  return partner
}
