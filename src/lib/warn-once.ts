const told: Record<string, true> = {}

/**
 * Tells the site's developer what is wrong, on the console, once.
 *
 * @param problem Its message says what was wrong and what would be right.
 */
export function warnOnce({ message }: { message: string }): void {
  if (!told[message]) console.warn(`Pollen: ${message}`)
  told[message] = true
}
