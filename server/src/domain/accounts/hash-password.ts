import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** What OWASP's Password Storage Cheat Sheet asks of scrypt where 32 MB are at hand. */
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }

const HASH_BYTES = 32

/** What is stored instead of a password: `scrypt$<N>$<r>$<p>$<salt>$<hash>`, the last two base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, COST)
  const { N, r, p } = COST
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/**
 * Whether `stored`, as `hashPassword` wrote it, is of this password.
 *
 * @param stored `undefined` where there is no such person: it takes as long as any other, so that the
 *   time tells nobody who has an account.
 */
export async function isPasswordOf(stored: string | undefined, password: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (stored ?? NOBODYS).split('$')
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: COST.maxmem }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost)
  return timingSafeEqual(derived, Buffer.from(hash, 'base64url')) && stored !== undefined
}

/** Of no password: nothing that is derived is all zeros. */
const NOBODYS = [
  'scrypt',
  ...[COST.N, COST.r, COST.p],
  Buffer.alloc(16).toString('base64url'),
  Buffer.alloc(HASH_BYTES).toString('base64url'),
].join('$')

const derive = (password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, cost, (error, hash) => {
      if (error) reject(error)
      else resolve(hash)
    })
  })
