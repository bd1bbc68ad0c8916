/** What of a list decides where it is read. */
export interface Listed {
  path: string
  searchPath?: string
  searchBy?: { value: string }[]
  filters?: { name: string }[]
  always?: Record<string, string>
}

/** Enough to fill a screen. */
const PER_PAGE = '25'

/**
 * The address below `/v1` that answers what a page's own address asks for.
 *
 * @param asked The query of the page: `q` and `by` of a search, filters by name, `page`.
 */
export function listPath(list: Listed, asked: URLSearchParams): string {
  const isNarrowed = listTerms(list, asked).size > 0
  const terms = requestTerms(list, asked)
  terms.set('limit', PER_PAGE)
  const page = asked.get('page')
  if (page) terms.set('page', page)
  return `${(isNarrowed && list.searchPath) || list.path}?${terms}`
}

/** What is said with every request: `always`, unless the page's address says otherwise. */
export const requestTerms = (list: Listed, asked: URLSearchParams) =>
  new URLSearchParams({ ...list.always, ...Object.fromEntries(listTerms(list, asked)) })

/** What the page's address narrows the list by, as the API calls it. */
export function listTerms({ searchBy = [], filters = [] }: Listed, asked: URLSearchParams) {
  const terms = new URLSearchParams()
  const text = asked.get('q')
  const by = asked.get('by') ?? searchBy[0]?.value
  if (text && by) terms.set(by, text)
  for (const { name } of filters) {
    const value = asked.get(name)
    if (value) terms.set(name, value)
  }
  return terms
}
