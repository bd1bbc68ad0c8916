// Puts the script's rule for Stripe's client_reference_id into server/dist, where `#client-reference`
// of package.json finds it: what the script writes, the server reads by the same file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import ts from 'typescript'

const source = new URL('../../src/checkouts/client-reference.ts', import.meta.url)
const target = new URL('../dist/client-reference.js', import.meta.url)

const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
  compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
})
mkdirSync(new URL('.', target), { recursive: true })
writeFileSync(target, outputText)
