import { attempt } from './lib/attempt.js'
import { type ProgramSettings, parameterNames } from './program-settings.js'

/** 1 to 255 characters after decoding, none of them a control character. */
const KEY = /^\P{Cc}{1,255}$/u

/**
 * Reads the referral key from a landing URL: from the path where the program's links have it there,
 * else from the query. Hash routers have a query behind the fragment; it counts as well.
 *
 * @param url Absolute, as the page first saw it: `https://shop.example/?aff=jane`.
 * @returns The decoded key, or `undefined` when there is nobody to credit.
 */
export const landingKey = (url: string, settings: ProgramSettings): string | undefined =>
  attempt(() => {
    const { pathname, search, hash } = new URL(url)
    const query = new URLSearchParams(`${search}&${hash.split('?').slice(1)}`)
    const names = parameterNames(settings)
    const segments = pathname.split('/')
    // Where there is no such segment, this is the first one, which is empty.
    const segment = segments[segments.indexOf(settings.link_param || (names[0] as string)) + 1]
    return [
      settings.url_format === 'link' && decodeURIComponent(segment || ''),
      ...names.map((name) => query.get(name)),
    ].find((key) => key && KEY.test(key)) as string | undefined
  })
