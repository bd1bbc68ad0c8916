import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../../store/database.js'
import { agreeOnWidgetSecret } from '../../store/programs.js'
import { newWidgetSecret } from './widget-token.js'

/** What a program signs its widget tokens with; it lies in the database, so that all nodes share it. */
export const widgetSecret = async (
  db: Kysely<Database>,
  { program_id, widget_secret }: ProgramRow,
): Promise<string> => widget_secret ?? agreeOnWidgetSecret(db, program_id, newWidgetSecret())
