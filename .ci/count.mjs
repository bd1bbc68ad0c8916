// Prints "<passed> <failed>" of a vitest JSON report: `node .ci/count.mjs <report>`; what failed, and
// with which words, to standard error. A file that fails without a failed test (it does not load, its
// clean-up throws) counts as one failure.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const { numPassedTests, testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'))

const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
  const file = relative(process.cwd(), name)
  const tests = assertionResults.filter((test) => test.status === 'failed')
  if (tests.length === 0) return status === 'failed' ? [`${file}: ${message}`] : []
  return tests.map(
    ({ fullName, failureMessages }) => `${file}: ${fullName}\n  ${failureMessages[0]}`,
  )
})

console.log(numPassedTests, failures.length)
for (const failure of failures) console.error(failure)
