// Unpacks npm's Chromium below TMPDIR, and prints where it is and what its environment has to have:
// `{ "path": "…", "env": { … } }`. It runs as a process of its own, because the package reads TMPDIR
// and changes the environment of whoever imports it.

// Says that the package's copies of system libraries (libnss3 and others) are wanted as well, and is
// read when the module loads.
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
const { default: chromium } = await import('@sparticuz/chromium')
const path = await chromium.executablePath()
const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
console.log(JSON.stringify({ path, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } }))
