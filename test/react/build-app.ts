import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type InlineConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export interface BuiltApp {
  /** For the browser, as an ES module. */
  client: string
  render(props: { program: string; host: string }): string
}

/** Builds `app.ts` with one of the Reacts, together with `dist/react.js` as it ships. */
export async function buildApp(modules: string): Promise<BuiltApp> {
  const folder = mkdtempSync(join(tmpdir(), 'pollen-react-'))
  const common: InlineConfig = {
    configFile: false,
    root: path('.'),
    logLevel: 'error',
    resolve: {
      alias: [
        { find: 'pollen-js/react', replacement: path('../../dist/react.js') },
        { find: /^(react|react-dom)(?=\/|$)/, replacement: `${path(modules)}/$1` },
      ],
    },
  }
  const [client] = [
    await build({
      ...common,
      build: { write: false, minify: false, rollupOptions: { input: path('client.ts') } },
    }),
  ].flat()
  await build({
    ...common,
    ssr: { noExternal: true },
    build: { ssr: path('server.ts'), outDir: folder, rollupOptions: { output: { format: 'es' } } },
  })
  if (!client || !('output' in client)) throw new Error('The application was not built.')
  const { render } = await import(pathToFileURL(join(folder, 'server.js')).href)
  return { client: client.output[0].code, render }
}
