/** As much of a customer as is stored. */
export interface KnownPerson {
  name: string | null
  surname: string | null
  email: string | null
}

/**
 * What a partner is told of a customer: enough to tell two apart, not enough to know who it is. Initials
 * where there is a name (`J. D.`), else the first letters of the address (`j…@e….com`), else nothing.
 */
export function anonymised({ name, surname, email }: KnownPerson): string | null {
  const initials = [...`${name ?? ''} ${surname ?? ''}`.trim().split(/\s+/)].filter(Boolean)
  if (initials.length > 0) return initials.slice(0, 2).map(initial).join(' ')
  const [local = '', domain = ''] = email?.split('@') ?? []
  if (local === '' || domain === '') return null
  const ending = domain.includes('.') ? domain.slice(domain.lastIndexOf('.')) : ''
  return `${first(local)}…@${first(domain)}…${ending}`
}

const initial = (word: string) => `${first(word).toUpperCase()}.`

/** A letter may be made of several code units. */
const first = (text: string): string => [...text][0] ?? ''
