import { reasonOf } from './reason-of.js'

/** No connection to the database, or one that broke; what was sent may or may not have been done. */
export class DatabaseLostError extends Error {
  override name = 'DatabaseLostError'

  constructor(cause: unknown) {
    super(reasonOf(cause), { cause })
  }
}
