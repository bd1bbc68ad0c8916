/** The cookie of the script that holds the visitor's UUID. */
export const SESSION_COOKIE = 'partnero_session_uuid'
