// Prints "<passed> <failed>" of a vitest JSON report: `node .ci/count.mjs <report>`. A file that
// fails without a failed test (it does not load, its clean-up throws) counts as one failure.
import { readFileSync } from 'node:fs'

const { numPassedTests, numFailedTests, testResults } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
)
const failedFiles = testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
)
console.log(numPassedTests, numFailedTests + failedFiles.length)
