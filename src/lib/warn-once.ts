const told = new Set<string>()

/**
 * Tells the site's developer what is wrong, on the console, once.
 *
 * @param message What was wrong and what would be right.
 * @param topic Two messages on the same topic count as one.
 */
export function warnOnce(message: string, topic = message): void {
  if (told.has(topic)) return
  told.add(topic)
  console.warn(`Pollen: ${message}`)
}
