import { text } from 'node:stream/consumers'
import { read } from 'read'

/** https://owasp.org/www-project-application-security-verification-standard/ (4.0, 2.1.1) */
const SHORTEST = 12

/** What the server takes. */
const LONGEST = 1024

/**
 * A new password: asked for twice without showing it, or read from standard input.
 *
 * @throws One sentence for an operator.
 */
export async function readPassword(fromStdin: true | undefined): Promise<string> {
  const password = fromStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : await ask()
  if (password.length >= SHORTEST && password.length <= LONGEST) return password
  throw new Error(`A password has ${SHORTEST} to ${LONGEST.toLocaleString('en')} characters.`)
}

async function ask(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new Error('There is no terminal to ask for the password: use --password-stdin.')
  }
  const hidden = { silent: true, output: process.stderr }
  const password = await read({ ...hidden, prompt: 'Password: ' })
  if (password === (await read({ ...hidden, prompt: 'Once more: ' }))) return password
  throw new Error('That was not the same password twice.')
}
