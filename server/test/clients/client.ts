import type { ProgramType } from '../../src/store/database.js'

/** What a client that people already have sends, and what it must get to go on. */
export interface Client {
  name: string
  /** Beside the API key; exactly what the client sends with every call. */
  headers: Record<string, string>
  /** What every answer of ours must be for this client, whatever it asked. */
  reads: (body: Record<string, unknown>) => boolean
  /** One list per kind of program: each is a program's life, so the order counts. */
  calls: Partial<Record<ProgramType, Call[]>>
}

/**
 * One call of a client.
 *
 * - what the client's own code calls it
 * - method and path, as it writes them: not encoded where it does not
 * - body: `undefined` for none at all, which is not the same as `[]`
 * - status, and what the body must hold at least
 */
export type Call = [
  name: string,
  request: `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`,
  body: unknown,
  status: number,
  answer: object,
]
