import type { AccountRow, ProgramRow } from '../store/database.js'

/** Who is signed in, and which programs that opens. */
export const sessionRecord = (account: AccountRow, programs: ProgramRow[]) => ({
  account: {
    email: account.email,
    name: account.name,
    every_program: account.every_program === 1,
  },
  programs: programs.map(programSummary),
})

/** What one has to know of a program to choose it. */
export const programSummary = (program: ProgramRow) => ({
  public_id: program.program_id,
  name: program.name,
  type: program.type,
  website: program.website,
  currency: program.currency,
})
