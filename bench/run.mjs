// `npm run bench [-- sizes | throughput]`: prints tables in Markdown; bench/README.md keeps the last ones.
import { execFileSync } from 'node:child_process'

const BENCHMARKS = ['sizes', 'throughput']

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !BENCHMARKS.includes(name))
if (unknown) {
  console.error(`There is no benchmark "${unknown}"; there are ${BENCHMARKS.join(' and ')}.`)
  process.exit(2)
}

execFileSync('npm', ['ci', '--prefix', 'bench', '--loglevel=error'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
for (const name of wanted.length > 0 ? wanted : BENCHMARKS) await import(`./${name}.mjs`)
