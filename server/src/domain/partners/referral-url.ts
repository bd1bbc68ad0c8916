import type { ProgramRow } from '../../store/database.js'

/** The link that carries `key`: `https://shop.example?aff=KEY`, or `https://shop.example/aff/KEY`. */
export function referralUrl(
  { website, parameter, url_format }: Pick<ProgramRow, 'website' | 'parameter' | 'url_format'>,
  key: string,
): string {
  const value = encodeURIComponent(key)
  if (url_format === 'link') return `${website.replace(/\?.*$/s, '')}/${parameter}/${value}`
  return `${website}${website.includes('?') ? '&' : '?'}${parameter}=${value}`
}
