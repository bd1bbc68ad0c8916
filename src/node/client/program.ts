/** The program that the API key opens. */
export interface ProgramTest {
  program: { pub_id: string; name: string; type: string; website: string }
}

/**
 * Figures of a program; see docs/api.md. Which there are depends on the program's type; in an
 * affiliate program counts are texts (`'12'`), as clients of this call have always known them.
 */
export interface ProgramOverview {
  program: {
    id: number
    public_id: string
    name: string
    type: string
    website: string
    created_at: string
    last_edited: string
  }
  overview_program_current_settings: Record<string, string | number>
  [figure: string]: unknown
}
