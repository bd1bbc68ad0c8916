import type { Kysely } from 'kysely'
import { isoTime } from '../domain/time/iso-time.js'
import type { Database, ProgramRow } from '../store/database.js'
import { programFigures } from '../store/figures/figures.js'

/** A newsletter program, and how many read it and refer others. */
export async function newsletterProgramRecord(db: Kysely<Database>, program: ProgramRow) {
  const { current } = await programFigures(db, program.program_id, 0)
  return {
    id: program.program_id,
    name: program.name,
    // Which service sends the newsletter; subscribers come by the API, so it may be any.
    esp_type: 'custom',
    esp_type_name: 'Custom',
    total_subscribers: current.signups,
    total_referring: current.referring,
    total_referred: current.referred,
    created_at: isoTime(program.created_at),
  }
}
