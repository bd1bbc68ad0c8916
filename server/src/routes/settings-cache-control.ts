/** A changed setting reaches every page within five minutes, and no page view waits for us twice. */
export const SETTINGS_CACHE_CONTROL = 'public, max-age=300'
