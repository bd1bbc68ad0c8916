/** As clients of the REST API know the limit. */
const LONGEST = 250

/**
 * Reads the address that referral links lead to: `https://shop.example/`, `https://shop.example/start`.
 *
 * @returns Without a slash at the end; `undefined` when it is no web address.
 */
export function parseWebsite(value: string): string | undefined {
  const isWebsite = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
  return isWebsite && value.length <= LONGEST ? value.replace(/[/#]+$/, '') : undefined
}
