import type { Example } from '../../src/openapi/operation.js'

/** Found again wherever it must not stand. */
export const MARK = 'mallory'

/** What means something to SQL, to a page, a template, a shell, a file system, a header or a query. */
const INJECTIONS: unknown[] = [
  `' or '1'='1'; drop table partner; -- "><script>{{7*7}}\${7*7}../../etc%00%s ${MARK}@evil.example`,
  `${MARK}\r\nSet-Cookie: stolen=1\r\n\r\n<h1>`,
  { $gt: MARK },
]

/** The example with each of its values in turn replaced by each injection, wherever one can stand. */
export function injected(example: Example): Example[] {
  const { path = {}, query = {}, body } = example
  const texts = INJECTIONS.filter((value) => typeof value === 'string')
  const inPath = texts.map(encodeURIComponent)
  return [
    ...inPath.flatMap((text) => replacedBy(path, text).map((path) => ({ ...example, path }))),
    ...texts.flatMap((text) => replacedBy(query, text).map((query) => ({ ...example, query }))),
    ...INJECTIONS.flatMap((value) => replacedBy(body, value).map((body) => ({ ...example, body }))),
  ]
}

/** As often as there are values in it, lists and objects within it included. */
function replacedBy<T>(value: T, injection: unknown): T[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const put = (other: unknown) =>
      Object.assign(Array.isArray(value) ? [...value] : { ...value }, { [name]: other }) as T
    return [put(injection), ...replacedBy(member, injection).map(put)]
  })
}
