import type { ProgramRow } from '../../store/database.js'

/** What the key of a link is read by. */
type LinkShape = Pick<ProgramRow, 'url_format' | 'parameter' | 'query_params'>

/** 1 to 255 characters, none of them a control character. */
const KEY = /^\P{Cc}{1,255}$/u

/**
 * Reads the key out of a referral link.
 *
 * @returns `undefined` for what is no address, or carries no key.
 */
export function keyOfUrl(
  { url_format, parameter, query_params }: LinkShape,
  url: string,
): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { pathname, searchParams } = new URL(url)
  const segments = pathname.split('/')
  const at = segments.indexOf(parameter)
  const inPath = url_format === 'link' && at > 0 ? decoded(segments[at + 1]) : undefined
  const names: string[] = [parameter, ...JSON.parse(query_params)]
  return [inPath, ...names.map((name) => searchParams.get(name))].find(
    (key): key is string => typeof key === 'string' && KEY.test(key),
  )
}

function decoded(segment = ''): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
