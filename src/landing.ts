import { attempt } from './lib/attempt.js'

const navigation =
  attempt(() => performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming) ||
  ({} as Partial<PerformanceNavigationTiming>)

/**
 * Where this visit began, read when this module first runs: the address as it stands, then, in case
 * a router was faster than this script, the one that the browser asked the network for. Nothing on
 * a server.
 */
export const landingUrls = attempt(() => [location.href, navigation.name as string]) || []

/** Whether the page was reloaded, or reached by the back button, rather than by a link. */
export const isRevisit = /reload|back/.test(navigation.type as string)
