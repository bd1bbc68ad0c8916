import type { Kysely } from 'kysely'
import { isoTime } from '../domain/iso-time.js'
import type { Database, ProgramRow } from '../store/database.js'
import { countSubscribers } from '../store/subscribers.js'

/** A newsletter program, and how many read it and refer others. */
export async function newsletterProgramRecord(db: Kysely<Database>, program: ProgramRow) {
  const { total, referring, referred } = await countSubscribers(db, program.program_id)
  return {
    id: program.program_id,
    name: program.name,
    // Which service sends the newsletter; subscribers come by the API, so it may be any.
    esp_type: 'custom',
    esp_type_name: 'Custom',
    total_subscribers: total,
    total_referring: referring,
    total_referred: referred,
    created_at: isoTime(program.created_at),
  }
}
