/** A record, by one of its names; `id` comes first, then `key`, then `email`. */
export interface Reference {
  id?: string | undefined
  key?: string | undefined
  email?: string | undefined
}
