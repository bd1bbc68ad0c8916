import type { AccountRow, ProgramRow } from '../store/database.js'

/** Who is signed in, and which programs that opens. */
export const sessionRecord = ({ email, name }: AccountRow, programs: ProgramRow[]) => ({
  account: { email, name },
  programs: programs.map((program) => ({
    public_id: program.program_id,
    name: program.name,
    type: program.type,
    website: program.website,
    currency: program.currency,
  })),
})
