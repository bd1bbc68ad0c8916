import type { Identifier } from '../../store/statements/find-record.js'

/** A record to update, and what to change about it. */
export interface Update<Changes> {
  /** A text may be any of id, key and e-mail address. */
  identifier: string | Identifier
  changes: Changes
}

/**
 * Reads an update as clients send it: what is to change below `update` or beside the identifiers; the
 * record in the path, or by `id`, `key` or `email` in the body. Without a path and without `update`,
 * the first of these three finds the record and the others are changes.
 *
 * @param pathId Any identifier of the record, where the path has one.
 */
export function updateOf<Changes extends Identifier>(
  pathId: string | undefined,
  { update, ...flat }: Changes & { update?: Changes },
): Update<Changes> {
  const beside = flat as unknown as Changes
  if (pathId !== undefined) {
    return { identifier: pathId, changes: update ?? beside }
  }
  const { id, key, email } = beside
  if (update) return { identifier: { id, key, email }, changes: update }
  const name = id !== undefined ? 'id' : key !== undefined ? 'key' : 'email'
  return { identifier: { [name]: beside[name] }, changes: { ...beside, [name]: undefined } }
}
