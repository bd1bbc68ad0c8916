import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { PageQuery } from '../../schemas/page-query.js'
import type { Page } from '../../store/statements/page.js'

/** Rows per page of a list: where no `limit` is given, and at most. */
interface PageSizes {
  usual: number
  largest: number
}

const PAGES: PageSizes = { usual: 15, largest: 250 }

/** Of webhooks. */
export const SHORT_PAGES: PageSizes = { usual: 10, largest: 100 }

/** Far beyond any list, near enough for `limit × page` to be an offset in every database. */
const LARGEST_PAGE = 1_000_000_000

/** The page that a list was asked for. */
export const pageOf = (
  { limit, page, sort }: Static<typeof PageQuery>,
  { usual, largest }: PageSizes = PAGES,
): Page => ({
  limit: clamp(limit ?? usual, largest),
  number: clamp(page ?? 1, LARGEST_PAGE),
  sort: sort ?? 'desc',
})

const clamp = (value: number, maximum: number) => Math.min(Math.max(value, 1), maximum)

/**
 * The envelope of a list. Its links keep everything that the list was asked with; as lists are not
 * counted, there is no link to the last page.
 *
 * @param rows Up to one more than the page holds, as the store reads them.
 * @param toAnswer Makes of the page's rows what is shown.
 */
export async function pageAnswer<Row>(
  request: FastifyRequest,
  page: Page,
  rows: Row[],
  toAnswer: (rows: Row[]) => unknown,
) {
  const path = request.server.serverUrl(request) + request.url.replace(/\?.*$/s, '')
  const link = (number: number) => `${path}?${queryOf({ ...asked(request), page: number })}`
  const shown = rows.slice(0, page.limit)
  const before = (page.number - 1) * page.limit
  return {
    data: await toAnswer(shown),
    links: {
      first: link(1),
      last: null,
      prev: page.number > 1 ? link(page.number - 1) : null,
      next: rows.length > page.limit ? link(page.number + 1) : null,
    },
    meta: {
      current_page: page.number,
      from: shown.length > 0 ? before + 1 : null,
      path,
      per_page: page.limit,
      to: shown.length > 0 ? before + shown.length : null,
    },
    status: 1,
  }
}

const asked = ({ query }: FastifyRequest) => query as Record<string, unknown>

/** Filters may have come in a body, one level deep: `{ partner: { key } }` becomes `partner.key=…`. */
function queryOf(input: Record<string, unknown>): URLSearchParams {
  const pairs = Object.entries(input).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([member, inner]): [string, unknown] => [
          `${name}.${member}`,
          inner,
        ])
      : [[name, value] satisfies [string, unknown]],
  )
  return new URLSearchParams(
    pairs.filter(([, value]) => isScalar(value)).map(([name, value]) => [name, String(value)]),
  )
}

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
