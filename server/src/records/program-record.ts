import { commissionText } from '../domain/commissions/commission.js'
import type { ProgramRow } from '../store/database.js'

/** A program as the command line shows it. */
export const programRecord = (program: ProgramRow) => ({
  public_id: program.program_id,
  name: program.name,
  website: program.website,
  type: program.type,
  parameter: program.parameter,
  url_format: program.url_format,
  cookie_lifetime: program.cookie_lifetime_days ?? ('lifetime' as const),
  attribution: program.attribution,
  commission: commissionText(program, program.currency),
  currency: program.currency,
})
