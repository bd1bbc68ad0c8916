import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { LRUCache } from 'lru-cache'
import { Type } from 'typebox'
import { type BrowserFile, packBrowserFile } from '../browser-file.js'
import { PollenError } from '../errors/pollen-error.js'
import { findPinnedScript } from '../store/pinned-scripts.js'
import { forEveryone } from './for-everyone.js'
import { sendBrowserFile } from './send-browser-file.js'

/** Of earlier versions, some 15 kilobytes each. */
const MOST_KEPT = 100

/** A year: what has this address never changes. */
const CACHE_CONTROL = 'public, max-age=31536000, immutable'

const Path = Type.Object({ program_id: Type.String(), file: Type.String() })

/** The bundle by its hash: this version's, and those that a program's pages were told to load. */
export const pinnedScripts: FastifyPluginAsyncTypebox<{ bundle: BrowserFile }> = async (
  app,
  { bundle },
) => {
  const kept = new LRUCache<string, BrowserFile>({ max: MOST_KEPT })

  async function scriptOf(programId: string, hash: string): Promise<BrowserFile> {
    if (hash === bundle.hash) return bundle
    const name = `${programId} ${hash}`
    const known = kept.get(name)
    if (known) return known
    const row = await findPinnedScript(app.db, programId, hash)
    if (!row) throw new PollenError('not_found')
    const file = packBrowserFile(Buffer.from(row.script))
    kept.set(name, file)
    return file
  }

  app.get(
    '/program/:program_id/universal/:file',
    { schema: { params: Path } },
    async (request, reply) => {
      const { program_id, file } = request.params
      const script = await scriptOf(program_id, file.replace(/\.js$/, ''))
      return sendBrowserFile(
        request,
        forEveryone(reply, CACHE_CONTROL),
        script,
        'text/javascript; charset=utf-8',
      )
    },
  )
}
