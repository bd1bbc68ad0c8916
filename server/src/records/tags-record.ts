/** @param tags As stored: a JSON array of strings. */
export const tagsRecord = (tags: string): { value: string }[] =>
  (JSON.parse(tags) as string[]).map((value) => ({ value }))
