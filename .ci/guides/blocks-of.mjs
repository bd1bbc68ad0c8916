import { readFileSync } from 'node:fs'

/** A code block whose first line names it: "```php [sign-up.php]". */
const BLOCK = /^```\w+ \[([^\]]+)\]\n(.*?)^```$/gms

/** The named code blocks of a guide, in order: `[name, code]`. Commands to run are named `run`. */
export function blocksOf(guide) {
  const text = readFileSync(`docs/guides/${guide}.md`, 'utf8')
  return [...text.matchAll(BLOCK)].map(([, name, code]) => [name, code])
}
