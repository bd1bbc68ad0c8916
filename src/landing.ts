import { attempt } from './lib/attempt.js'

/** Where this visit began, read when this module first runs. Nothing on a server. */
export const landingUrl = attempt(() => location.href) as string

/** The browser's own record of the navigation; it takes a moment to make. */
export const navigation = (): Partial<PerformanceNavigationTiming> =>
  attempt(() => performance.getEntriesByType('navigation')[0]) || {}

/** Whether the page was reloaded, or reached by the back button, rather than by a link. */
export const isRevisit = (): boolean => /reload|back/.test(navigation().type as string)
