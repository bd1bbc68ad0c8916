import { useSearchParams } from 'wouter-preact'

/**
 * What the page's address asks of a list, and how to ask for something else, from its first page on
 * unless that is said, too.
 *
 * @param name Of the list, where the page has another one: its search is `codes-q` then.
 */
export function useAsked(name?: string) {
  const [address, setAddress] = useSearchParams()
  const before = name ? `${name}-` : ''
  const asked = new URLSearchParams()
  for (const [key, value] of address)
    if (key.startsWith(before)) asked.set(key.slice(before.length), value)

  const ask = (changes: Record<string, string>) =>
    setAddress((address) => {
      const next = new URLSearchParams(address)
      for (const [key, value] of Object.entries({ page: '', ...changes })) {
        if (value) next.set(before + key, value)
        else next.delete(before + key)
      }
      return next
    })

  return [asked, ask] as const
}
