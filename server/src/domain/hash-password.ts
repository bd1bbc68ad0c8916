import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto'

/** What OWASP's Password Storage Cheat Sheet asks of scrypt where 32 MB are at hand. */
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }

const HASH_BYTES = 32

/** What is stored instead of a password: `scrypt$<N>$<r>$<p>$<salt>$<hash>`, the last two base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt)
  const { N, r, p } = COST
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, COST, (error, hash) => {
      if (error) reject(error)
      else resolve(hash)
    })
  })
