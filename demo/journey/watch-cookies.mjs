import { referralCookies } from './referral-cookies.mjs'

/**
 * Notices when a visitor's browser brings a referral cookie for the first time. Only the cookies of
 * the script are shown: the shop's own session is a secret.
 *
 * @param {import('./journeys.mjs').Journeys} journeys
 * @returns {import('express').RequestHandler}
 */
export const watchCookies = (journeys) => (request, response, next) => {
  const { method, path, cookies } = request
  const visitor = cookies.partnero_session_uuid
  if (visitor) {
    response.once('finish', () => {
      for (const { name, key, of } of referralCookies(cookies)) {
        const cookie = `${name}=${key}; partnero_session_uuid=${visitor}`
        if (isShown(journeys, visitor, cookie)) continue
        journeys.add(visitor, {
          station: 'cookie',
          sentence: `From now on the browser brings the ${of}'s key “${key}” with each request.`,
          exchange: { method, path, headers: { Cookie: cookie }, httpStatus: response.statusCode },
        })
      }
    })
  }
  next()
}

/**
 * @param {import('./journeys.mjs').Journeys} journeys
 * @param {string} visitor
 * @param {string} cookie
 */
const isShown = (journeys, visitor, cookie) =>
  journeys
    .list()
    .find((journey) => journey.visitor === visitor)
    ?.steps.some(({ exchange }) => exchange.headers.Cookie === cookie)
