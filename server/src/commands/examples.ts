/** What stands below a command's help: calls to copy. @param calls Without `pollen-server`. */
export const examples = (...calls: string[]): string =>
  `\nExamples:\n${calls.map((call) => `  $ pollen-server ${call}`).join('\n')}`
