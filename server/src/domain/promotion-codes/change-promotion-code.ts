import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findPromotionCode, updatePromotionCode } from '../../store/promotion-codes.js'
import type { PromotionCodeRow } from '../../store/tables/side-tables.js'
import { takenError } from '../taken-error.js'
import { type PromotionCodeInput, readPromotionCode } from './read-promotion-code.js'

/**
 * Changes what is given of a promotion code.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid` or `promotion_code_not_found`
 */
export async function changePromotionCode(
  db: Kysely<Database>,
  program: ProgramRow,
  code: string,
  input: PromotionCodeInput,
  now: number,
): Promise<PromotionCodeRow> {
  const { program_id } = program
  return inTransaction(db, async (trx) => {
    const row = await findPromotionCode(trx, program_id, code)
    if (!row) throw new PollenError('promotion_code_not_found')
    const changes = await readPromotionCode(trx, program, input)
    const namesake = changes.code && (await findPromotionCode(trx, program_id, changes.code))
    if (namesake && namesake.uid !== row.uid) {
      throw takenError('code', namesake.code, 'promotion code')
    }
    const changed = await updatePromotionCode(trx, row, { ...changes, updated_at: now })
    if (!changed) throw new PollenError('promotion_code_not_found')
    return changed
  })
}
