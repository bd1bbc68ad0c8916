import { generate } from 'selfsigned'

/**
 * What the hosts of the tests prove themselves with, made anew for each run: signed by itself, so
 * browsers have to be told to take it.
 */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'pollen tests' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: '*.test' },
          { type: 2, value: '*.shop.test' },
        ],
      },
    ],
  })
  return { key, cert }
}
