import { catalogue, type ErrorCode } from './catalogue.js'

/** What was wrong, by the name of the field as the client sent it: `{ 'partner.key': ['…'] }`. */
export type FieldErrors = Record<string, string[]>

/** A broken rule; the server answers it with what the catalogue says of its code. */
export class PollenError extends Error {
  override name = 'PollenError'

  constructor(
    readonly code: ErrorCode,
    readonly fields: FieldErrors = {},
  ) {
    super(catalogue[code][1])
  }
}
